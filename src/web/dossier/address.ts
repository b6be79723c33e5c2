import { CATEGORY_SLUGS, type Category } from '#domain/catalogue/situation.ts';

/** Addresses of the tenant's pages. */
export const address = {
  dossier: (dossierId: string) => `/dossiers/${dossierId}`,
  names: (dossierId: string, personId: string) => `/dossiers/${dossierId}/${personId}/etat-civil`,
  guarantors: (dossierId: string, personId: string) => `/dossiers/${dossierId}/${personId}/garants`,
  category: (dossierId: string, personId: string, category: Category) =>
    `/dossiers/${dossierId}/${personId}/${CATEGORY_SLUGS[category]}`,
  income: (dossierId: string, personId: string, pieceId: string) => `/dossiers/${dossierId}/${personId}/ressources/${pieceId}`,
  newIncome: (dossierId: string, personId: string) => `/dossiers/${dossierId}/${personId}/ressources/nouveau`,
  piece: (dossierId: string, personId: string, pieceId: string) => `/dossiers/${dossierId}/${personId}/pieces/${pieceId}`,
  forWhom: (dossierId: string) => `/dossiers/${dossierId}/pour-qui`,
  composition: (dossierId: string) => `/dossiers/${dossierId}/composition`,
  consents: (dossierId: string) => `/dossiers/${dossierId}/consentements`,
  helpers: (dossierId: string) => `/dossiers/${dossierId}/aidants`,
  preview: (dossierId: string) => `/dossiers/${dossierId}/apercu`,
  withdraw: (dossierId: string, personId: string) => `/dossiers/${dossierId}/${personId}/se-retirer`,
  list: (dossierId: string) => `/dossiers/${dossierId}/liste.pdf`,
  send: (dossierId: string) => `/dossiers/${dossierId}/envoyer`,
  sent: (dossierId: string) => `/dossiers/${dossierId}/envoye`,
  links: (dossierId: string) => `/dossiers/${dossierId}/liens`,
  newLink: (dossierId: string) => `/dossiers/${dossierId}/liens/nouveau`,
  visits: (dossierId: string) => `/dossiers/${dossierId}/visites`,
} as const;
