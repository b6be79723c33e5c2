/** What an account may do with a person's part of a dossier. */
export const RIGHTS = ['see', 'fill', 'submit', 'messages', 'links'] as const;
export type Right = (typeof RIGHTS)[number];

/** Why an account has rights over a person: it is them, it fills for them, it is their spouse with their consent, or it helps them. */
export type Basis = 'self' | 'declarant' | 'spouse' | 'helper';

/** Rights that come with a basis. A helper's are chosen in the mandate; `fill` and `see` are always among them. */
export const RIGHTS_OF_BASIS: Readonly<Record<Basis, readonly Right[]>> = {
  self: RIGHTS,
  declarant: RIGHTS,
  spouse: ['see', 'fill'],
  helper: ['see', 'fill'],
};
