export { recordAccess, type AccessNote } from './record-access.ts';
