export { membershipOf, may, isMember, dossiersOf, type Membership } from './membership.ts';
export { DOSSIER_MAILS } from './mails.ts';
