export { RETENTION_MAILS } from './mails.ts';
