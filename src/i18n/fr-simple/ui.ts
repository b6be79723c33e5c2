import type { Easier } from '../section.ts';
import type { ui as fr } from '../fr/ui.ts';

export const ui = {
  'ui.main_navigation': 'Menu principal',
  'ui.sign_out': 'Quitter mon compte',
  'ui.legal': 'Qui fait ce site',
  'ui.privacy': 'Vos données personnelles',
  'ui.terms': 'Règles du site',
  'ui.stats': 'Chiffres',
  'ui.about': '{service} est un service public gratuit. Il vérifie les documents. Il ne choisit jamais un locataire.',
  'ui.errors_title': '{count, plural, one {Une chose à corriger} other {# choses à corriger}}',
  'ui.step_current': 'vous êtes ici',
  'ui.status_missing': 'Il manque',
  'ui.status_started': 'À finir',
  'ui.status_to_review': 'Nous allons le vérifier',
  'ui.status_incomplete': 'À finir',
  'ui.status_in_review': 'Nous le vérifions',
  'ui.status_archived': 'Rangé',
  'ui.level_declared': 'Pas encore vérifié',
  'ui.level_consistent': 'Lu par une machine',
  'ui.level_consistent_means': 'Une machine a lu ce document. Elle n’a rien trouvé de bizarre.',
  'ui.level_sealed': 'Signé par un code',
  'ui.level_sealed_means': 'Ce document a un code secret. Le code est bon.',
  'ui.viewer_keys': 'Touches : J suivant, K précédent. A accepter, R à corriger. + et - pour la taille. T pour tourner.',
  'ui.income_benefit': 'Aides',
  'ui.income_rent': 'Loyers reçus et placements',
  'ui.income_other': 'Bourse, ou pas de revenu',
} as const satisfies Easier<typeof fr>;
