export { HOUSEHOLD_MAILS } from './mails.ts';
