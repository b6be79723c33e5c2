import type { Section } from '../section.ts';
import type { common as fr } from '../fr/common.ts';

export const common: Section<typeof fr> = {
  'common.continue': 'متابعة',
  'common.back': 'رجوع',
  'common.cancel': 'إلغاء',
  'common.save': 'حفظ',
  'common.delete': 'حذف',
  'common.finish_later': 'الحفظ والإكمال لاحقًا',
  'common.comma': '،',
};
