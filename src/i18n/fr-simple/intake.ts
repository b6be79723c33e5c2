import type { Easier } from '../section.ts';
import type { intake as fr } from '../fr/intake.ts';

export const intake = {
  'intake.wrong_type': 'nous ne pouvons pas lire ce document. Prenez le papier en photo.',
  'intake.too_big': 'ce document est trop lourd. Il dépasse 10 Mo. Envoyez moins de pages.',
  'intake.piece_too_big': 'tous vos documents dépassent 50 Mo ici. Supprimez un document.',
  'intake.image_too_large': 'cette image est trop grande. Reprenez la photo.',
  'intake.password_protected': 'ce document a un mot de passe. Renvoyez-le avec son mot de passe.',
  'intake.wrong_password': 'ce mot de passe n’est pas le bon. Essayez encore.',
  'intake.corrupt': 'ce document est abîmé. Téléchargez-le encore une fois. Ensuite, envoyez-le.',
  'intake.too_complex': 'nous ne pouvons pas ouvrir ce document. Envoyez des photos.',
  'intake.infected': 'ce document peut être dangereux. Il est supprimé. Téléchargez-le encore une fois.',
} as const satisfies Easier<typeof fr>;
