import type { Easier } from '../section.ts';
import type { jobs as fr } from '../fr/jobs.ts';

export const jobs = {
  'mails.dossier.piece_failed.text': 'Nous ne pouvons pas ouvrir un de vos documents. Le problème vient de nous.',
} as const satisfies Easier<typeof fr>;
