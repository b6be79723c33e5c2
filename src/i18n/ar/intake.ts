import type { Section } from '../section.ts';
import type { intake as fr } from '../fr/intake.ts';

export const intake: Section<typeof fr> = {
  'intake.accepted': 'تم الاستلام',
  'intake.empty': 'هذا المستند فارغ. اختره من جديد.',
  'intake.wrong_type': 'لا يمكن قراءة هذا النوع. التقط صورة للورقة أو احفظها بصيغة PDF.',
  'intake.too_big': 'هذا المستند يتجاوز 10 ميغابايت. أرسل مستندًا أخف أو صفحات أقل.',
  'intake.piece_too_big': 'تتجاوز مستنداتك هنا 50 ميغابايت. احذف واحدًا أو أرسل أخف.',
  'intake.too_many_files': 'توجد هنا مستندات كثيرة. احتفظ بالمطلوب فقط.',
  'intake.too_many_pages': 'صفحات هذا المستند كثيرة. احتفظ بالصفحات المطلوبة فقط.',
  'intake.image_too_large': 'هذه الصورة كبيرة جدًا. أعد التقاطها بالحجم العادي.',
  'intake.password_protected': 'هذا المستند محمي بكلمة مرور. أعد إرساله مع كلمة المرور أو دون حماية.',
  'intake.wrong_password': 'كلمة المرور هذه لا تفتح المستند. تحقق منها ثم أعد إرسال المستند.',
  'intake.corrupt': 'هذا المستند تالف. نزّله من جديد من موقعه الأصلي.',
  'intake.too_complex': 'لا يمكننا فتح هذا المستند بأمان. اطبعه بصيغة PDF أو أرسل صورًا.',
  'intake.infected': 'يبدو هذا المستند خطيرًا وقد حُذف. احصل عليه من جديد من مصدره.',
  'intake.duplicate': 'هذا المستند موجود بالفعل. يُحتفظ به مرة واحدة.',
  'intake.processing_failed': 'محفوظ. نعيد المحاولة تلقائيًا.',
};
