export { membershipOf, may, mayLink, dossiersOf, type Membership } from './membership.ts';
export { DOSSIER_MAILS } from './mails.ts';
