export { membershipOf, may, mayLink, dossiersOf, type Membership } from './membership.ts';
export { DOSSIER_MAILS } from './mails.ts';
export { openDossier } from './open-dossier.ts';
export { namePerson } from './name-person.ts';
export { hasMandate } from './mandate.ts';
