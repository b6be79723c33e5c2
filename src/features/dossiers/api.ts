export { membershipOf, may, isMember, dossiersOf, type Membership } from './membership.ts';
