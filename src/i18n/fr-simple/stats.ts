import type { Easier } from '../section.ts';
import type { stats as fr } from '../fr/stats.ts';

export const stats = {
  'stats.lead': 'Ce que fait le service. Ce qu’il change. Ce que nous ne savons pas. Aucun chiffre ne montre une personne.',
  'stats.none_text': 'Le service vient d’ouvrir. Les premiers chiffres arrivent le mois prochain.',
  'stats.window': 'Temps d’attente',
  'stats.modality_sealed': 'Signé par un code',
  'stats.method_pseudonym':
    'Chaque dossier a un faux nom. Ce faux nom vient d’une clé. La clé change chaque année. Nous la détruisons deux ans après.',
  'stats.method_rounding': 'Les départements sont arrondis à 10. Les détails de plus d’un mois aussi.',
  'stats.method_window': 'Certains faits arrivent plus tard. Le chiffre peut donc changer un peu. Le détail arrive ensuite.',
  'stats.method_hours': 'Nous comptons les heures de 7 h 30 à 22 h 30. Du lundi au vendredi. Pas les jours fériés.',
  'stats.limit.machine_counts': 'Une machine peut vérifier tout le dossier. Il compte alors pour zéro réponse.',
  'stats.limit.office_hours': 'Heures de travail : de 7 h 30 à 22 h 30. Du lundi au vendredi. Pas les jours fériés.',
  'stats.limit.rounded': 'Les départements sont arrondis à 10. Les détails depuis le début aussi.',
  'stats.I1.definition': 'Les dossiers envoyés en 30 jours. Nous comparons chaque langue au français.',
  'stats.U1.definition': 'Les comptes avec une adresse confirmée.',
  'stats.U3.definition': 'Tous les documents sont vérifiés, pour la première fois.',
  'stats.U6.numerator': 'Dossiers créés dans la période. Ils arrivent à l’étape en 30 jours.',
  'stats.U7.definition': 'Le dossier est vérifié puis ouvert. Le premier fichier a moins de 24 heures.',
  'stats.S2.numerator': 'Dossiers à corriger à la première réponse. Ils sont vérifiés en 30 jours.',
  'stats.E1.definition': 'Les dossiers acceptés du premier coup. Nous comparons un groupe à tous.',
  'stats.T5.definition': 'Les dossiers ouverts avec une identité et des revenus vérifiés.',
  'stats.T5.numerator': 'Dossiers avec une identité et des revenus vérifiés.',
  'stats.T5_levels.definition': 'Le niveau le plus faible de l’identité et des revenus. À la première ouverture.',
  'stats.V4_usable.definition': 'Vous ajoutez un fichier. Combien de temps avant de pouvoir le lire ?',
  'stats.V3_no_touch.definition': 'Part des dossiers vérifiés par une machine, sans agent.',
  'stats.T1.title': 'Faux documents arrêtés',
  'stats.A2.title': 'Temps de réponse de l’aide',
} as const satisfies Easier<typeof fr>;
