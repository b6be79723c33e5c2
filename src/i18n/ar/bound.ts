import type { Section } from '../section.ts';
import type { bound as fr } from '../fr/bound.ts';

export const bound: Section<typeof fr> = {
  'bound.title': 'ملف {name}',
  'bound.verified': 'ملف متحقق منه',
  'bound.not_verified': 'ملف لم يُتحقق منه',
  'bound.checked':
    '{checked, plural, =0 {لا مستند متحقق منه} one {مستند واحد متحقق منه} two {مستندان متحقق منهما} few {# مستندات متحقق منها} many {# مستندًا متحققًا منه} other {# مستند متحقق منه}} من {total}',
  'bound.withheld': 'قيد التصحيح',
  'bound.recipient': 'إلى',
  'bound.issued': 'صدر في',
  'bound.valid_until': 'الرابط صالح حتى',
  'bound.kind': 'النوع',
  'bound.kind_alone': 'شخص واحد',
  'bound.kind_couple': 'زوجان',
  'bound.kind_flatshare': 'سكن مشترك',
  'bound.income': 'الدخل الصافي شهريًا',
  'bound.guarantors': 'دخل الضامنين',
  'bound.none': 'لا يوجد',
  'bound.guarantor': 'ضامن',
  'bound.band': 'لم يُتحقق من هذا المستند.',
  'bound.page_alt': '{category} – {name}، الصفحة {page} من {total}، {level}',
  'bound.qr_alt': 'رمز للمسح للتحقق من هذه النسخة',
  'bound.check_title': 'تحقق من هذه النسخة',
  'bound.check_text': 'امسح هذا الرمز أو اكتبه في صفحة «التحقق من ملف».',
  'bound.disclaimer': 'تتحقق الخدمة من المستندات. لا تضمن دفع الإيجار ولا تختار المستأجر. لا تطلب أي دفع قبل التوقيع.',
  'bound.index': 'الفهرس',
  'bound.page': 'ص.',
  'bound.message': 'رسالة',
};
