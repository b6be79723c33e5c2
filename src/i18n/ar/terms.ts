import type { Section } from '../section.ts';
import type { terms as fr } from '../fr/terms.ts';

export const terms = {
  'terms.since': 'سارية منذ {from}',
  'terms.from_until': 'سارية من {from} إلى {until}',
  'terms.former': 'لم تعد هذه النسخة سارية. تبقى هنا للرجوع إليها.',
  'terms.coming': 'هذه النسخة ليست سارية بعد.',
  'terms.others': 'النسخ الأخرى',
  'terms.asked_title': 'تغيرت شروطنا',
  'terms.asked_lead': 'اقرأ النص الجديد. للمتابعة، أعط موافقتك.',
  'terms.accept': 'أقبل هذه الشروط',
  'terms.refuse_title': 'ألا توافق؟',
  'terms.refuse': 'يمكنك أخذ بياناتك وحذف حسابك دون قبول.',
  'terms.accepted': 'تم تسجيل موافقتك.',
  'terms.mail_subject': 'تتغير شروطنا في {date}',
  'terms.mail_text': 'تسري شروط استخدام جديدة ابتداء من {date}.',
  'terms.mail_next': 'عند دخولك القادم بعد هذا التاريخ سنطلب موافقتك.',
  'terms.mail_action': 'قراءة النص الجديد',
  'terms.mail_free': 'ألا توافق؟ يمكنك أخذ بياناتك وحذف حسابك.',
} as const satisfies Section<typeof fr>;
