import type { Easier } from '../section.ts';
import type { leaving as fr } from '../fr/leaving.ts';

export const leaving = {
  'leaving.lead_passes': 'Le dossier commun passe à une autre personne du dossier.',
  'data.lead': 'Vous pouvez recevoir une copie de vos données.',
} as const satisfies Easier<typeof fr>;
