import type { Section } from '../section.ts';
import type { intake as fr } from '../fr/intake.ts';

export const intake: Section<typeof fr> = {
  'intake.accepted': 'تم الاستلام',
  'intake.empty': 'هذا المستند فارغ. اختاروه من جديد.',
  'intake.wrong_type': 'لا يمكن قراءة هذا النوع. التقطوا صورة للورقة أو احفظوها بصيغة PDF.',
  'intake.too_big': 'هذا المستند يتجاوز 10 ميغابايت. أرسلوا مستندًا أخف أو صفحات أقل.',
  'intake.piece_too_big': 'تتجاوز مستنداتكم هنا 50 ميغابايت. احذفوا واحدًا أو أرسلوا أخف.',
  'intake.too_many_files': 'توجد هنا مستندات كثيرة. احتفظوا بالمطلوب فقط.',
  'intake.too_many_pages': 'صفحات هذا المستند كثيرة. احتفظوا بالصفحات المطلوبة فقط.',
  'intake.image_too_large': 'هذه الصورة كبيرة جدًا. أعيدوا التقاطها بالحجم العادي.',
  'intake.password_protected': 'هذا المستند محمي بكلمة سر. أعيدوا إرساله مع كلمة السر أو دون حماية.',
  'intake.corrupt': 'هذا المستند تالف. حمّلوه من جديد من موقعه الأصلي.',
  'intake.too_complex': 'لا يمكننا فتح هذا المستند بأمان. اطبعوه بصيغة PDF أو أرسلوا صورًا.',
  'intake.infected': 'يبدو هذا المستند خطيرًا وقد حُذف. احصلوا عليه من جديد من مصدره.',
  'intake.duplicate': 'هذا المستند موجود بالفعل. يُحتفظ به مرة واحدة.',
  'intake.processing_failed': 'محفوظ. نعيد المحاولة تلقائيًا.',
};
