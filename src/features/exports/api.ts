export { EXPORT_MAILS } from './mails.ts';
