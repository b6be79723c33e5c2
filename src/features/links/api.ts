export { LINK_MAILS } from './mails.ts';
