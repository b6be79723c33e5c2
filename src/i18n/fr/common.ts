export const common = {
  'common.continue': 'Continuer',
  'common.back': 'Retour',
  'common.cancel': 'Annuler',
  'common.save': 'Enregistrer',
  'common.delete': 'Supprimer',
  'common.finish_later': 'Enregistrer et finir plus tard',
  'common.comma': ',',
} as const;
