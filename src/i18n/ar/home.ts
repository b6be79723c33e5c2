import type { Section } from '../section.ts';
import type { home as fr } from '../fr/home.ts';

export const home: Section<typeof fr> = {
  'home.home_title': 'ملف واحد لاستئجار سكن',
  'home.home_lead': 'اجمعوا مستنداتكم مرة واحدة. نتحقق منها. تعرضونها على من تشاؤون وتبقون أصحاب القرار.',
  'home.home_start': 'إنشاء ملفي',
  'home.home_sign_in': 'لدي حساب',
  'home.step_1': 'تضيفون مستنداتكم',
  'home.step_1_text': 'من الهاتف أو الحاسوب. نخبركم فورًا بما ينقص.',
  'home.step_2': 'شخص يتحقق منها',
  'home.step_2_text': 'إذا احتاج مستند إلى تصحيح نشرح ما يجب فعله. الباقي محفوظ.',
  'home.step_3': 'ترسلون رابطًا',
  'home.step_3_text': 'تحمل كل صفحة اسم من يستلمها. تقطعون الرابط متى شئتم.',
  'home.doors': 'هل أنتم مالك؟',
  'home.doors_text': 'تحققوا من أن النسخة أصلية ومما يسمح القانون بطلبه.',
  'home.safe': 'مستنداتكم مشفّرة ولا تُباع أبدًا وتُمحى عند انقطاعكم.',
  'home.rights_title': 'ما يمكن للمالك طلبه',
  'home.rights_lead': 'يحدد القانون قائمة مستندات. لا يمكن للمالك طلب غيرها.',
  'home.rights_source': 'القانون 89-462، المادة 22-2. المرسوم 2015-1437.',
  'home.rights_yes': 'مستندات مسموح طلبها من المستأجر',
  'home.rights_no': 'مستندات ممنوعة',
  'home.rights_fine': 'قد تصل الغرامة إلى 3000 يورو للشخص و15000 يورو للشركة.',
  'home.rights_pay': 'لا تدفعوا شيئًا قبل توقيع العقد.',
  'home.accessibility_title': 'إمكانية الوصول',
  'home.accessibility_state': 'لا يوجد تدقيق ساري المفعول، لذلك تعلن الخدمة أنها غير مطابقة.',
  'home.accessibility_built': 'تعمل كل الصفحات دون سكربت وبلوحة المفاتيح ومن اليمين إلى اليسار. تُجرى فحوص آلية على كل شاشة.',
  'home.accessibility_defender': 'في غياب رد مرضٍ يمكنكم اللجوء إلى Défenseur des droits على الرقم 09 69 39 00 00.',
};
