import type { Section } from '../section.ts';
import type { common as fr } from '../fr/common.ts';

export const common: Section<typeof fr> = {
  'common.continue': 'Continue',
  'common.back': 'Back',
  'common.cancel': 'Cancel',
  'common.save': 'Save',
  'common.delete': 'Delete',
  'common.finish_later': 'Save and finish later',
  'common.comma': ',',
};
