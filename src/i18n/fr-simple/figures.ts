import type { Easier } from '../section.ts';
import type { figures as fr } from '../fr/figures.ts';

export const figures = {
  'stats.limit.late_place': 'Le département est celui que la personne écrit. Il arrive parfois un mois plus tard.',
  'stats.U3_12_months.definition': 'Dossiers vérifiés une première fois. On compte les douze derniers mois entiers.',
  'stats.U6_steps.definition': 'Part des dossiers d’un groupe qui passent chaque étape. Il faut 30 jours au plus.',
  'stats.U6_steps.numerator': 'Dossiers du groupe qui arrivent à l’étape. Il faut 30 jours au plus.',
  'stats.S6_rounds.definition': 'Part des dossiers vérifiés après zéro, une, deux ou trois réponses.',
  'stats.held': 'Ce chiffre a beaucoup baissé. Une personne doit vérifier. En attendant, nous montrons les anciens chiffres.',
  'stats.method_falls':
    'Un chiffre qui baisse de plus de 30 % n’est pas montré. Une personne vérifie d’abord. En attendant, nous gardons l’ancien.',
} satisfies Easier<typeof fr>;
