import type { Section } from '../section.ts';
import type { household as fr } from '../fr/household.ts';

export const household: Section<typeof fr> = {
  'household.somebody': 'شخص ما',
  'household.open': 'فتح ملفي',
  'household.invited.subject': '{name} يدعوك إلى ملف الإيجار',
  'household.invited.spouse': '{name} يحضّر ملف إيجار لكما. يمكنك ملء الجزء الخاص بك بنفسك.',
  'household.invited.flatmate': '{name} يحضّر ملف سكن مشترك. تملأ الجزء الخاص بك، ولا يرى الآخرون مستنداتك.',
  'household.invited.guarantor': '{name} يطلب منك أن تكون ضامنًا له. الضامن يدفع الإيجار إذا لم يستطع المستأجر. يمكنك الرفض.',
  'household.invited.helper': '{name} يطلب مساعدتك في ملء ملف الإيجار.',
  'household.invited.beneficiary': '{name} يملأ ملف إيجار من أجلك. يمكنك أن توافق أو تعترض أو تتسلّمه.',
  'household.invited.free': 'أنت حر في القبول أو الرفض. الخدمة مجانية.',
  'household.invited.action': 'عرض الدعوة',
  'household.invited.until': 'يعمل هذا الرابط مرة واحدة حتى {date}.',
  'household.detached.subject': 'لديك الآن ملفك الخاص',
  'household.detached.text': 'لم تعد في الملف المشترك.',
  'household.detached.kept': 'لم يضع شيء: مستنداتك وعمليات التحقق وضامنوك في ملفك.',
  'household.changed.subject': 'تغيّر ملفك',
  'household.changed.text': 'لم يعد أحد الأشخاص في ملف الإيجار. لم تتغير مستنداتك.',
};
