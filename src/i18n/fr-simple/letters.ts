import type { Easier } from '../section.ts';
import type { letters as fr } from '../fr/letters.ts';

export const letters = {
  'letters.link_code_text':
    'Voici le code pour ouvrir le dossier de location. Il marche pendant 10 minutes. Il marche une seule fois.',
  'letters.link_code_ignore': 'Vous n’avez rien demandé ? Ne faites rien.',
  'letters.link_sent_text': '{name} vous envoie un dossier de location. Un service public l’a vérifié.',
  'letters.link_opened_text': 'Une personne a ouvert le lien « {title} ». C’est la première fois.',
} as const satisfies Easier<typeof fr>;
