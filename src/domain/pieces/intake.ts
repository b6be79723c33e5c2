/**
 * What became of an uploaded file. Each code says one thing to do; words are in `i18n/<locale>/intake.ts`.
 * `received`: stored, not opened yet. `processing_failed` is our fault: the file is kept and tried again.
 */
export const INTAKE_CODES = [
  'empty',
  'wrong_type',
  'too_big',
  'piece_too_big',
  'too_many_files',
  'too_many_pages',
  'image_too_large',
  'password_protected',
  'wrong_password',
  'corrupt',
  'too_complex',
  'infected',
  'duplicate',
  'processing_failed',
] as const;

export type IntakeCode = (typeof INTAKE_CODES)[number];
