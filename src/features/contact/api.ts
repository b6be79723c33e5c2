export { CONTACT_MAILS } from './mails.ts';
