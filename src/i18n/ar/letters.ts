import type { Section } from '../section.ts';
import type { letters as fr } from '../fr/letters.ts';

export const letters: Section<typeof fr> = {
  'letters.link_code_subject': 'رمزك: {code}',
  'letters.link_code_text': 'هذا هو الرمز لفتح ملف الإيجار. صالح 10 دقائق ويُستعمل مرة واحدة.',
  'letters.link_code_ignore': 'إذا لم تطلب شيئًا فلا تفعل شيئًا.',
  'letters.link_sent_subject': '{name} يرسل إليك ملف إيجار',
  'letters.link_sent_text': '{name} يرسل إليك ملف إيجار تتحقق منه خدمة عمومية.',
  'letters.link_sent_action': 'فتح الملف',
  'letters.link_opened_subject': 'تم فتح ملفك',
  'letters.link_opened_text': 'فُتح الرابط «{title}» للمرة الأولى من طرف شخص.',
  'letters.link_opened_action': 'معرفة من فتح ملفي',
};
