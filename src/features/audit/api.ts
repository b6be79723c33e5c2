export { readLooks, type LookDay } from './read-looks.ts';
export { recordAccess, type AccessNote } from './record-access.ts';
