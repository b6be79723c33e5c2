export { FRAUD_MAILS } from './mails.ts';
