export { ACCOUNT_MAILS } from './mails.ts';
export { isAgent } from './roles.ts';
