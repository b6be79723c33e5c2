import type { Section } from '../section.ts';
import type { common as fr } from '../fr/common.ts';

export const common: Section<typeof fr> = {
  'common.continue': 'Continuar',
  'common.back': 'Voltar',
  'common.cancel': 'Cancelar',
  'common.save': 'Guardar',
  'common.delete': 'Eliminar',
  'common.finish_later': 'Guardar e acabar mais tarde',
  'common.comma': ',',
};
