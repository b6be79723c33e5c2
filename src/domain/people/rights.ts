/** What an account may do with a person's part of a dossier. */
export const RIGHTS = ['see', 'fill', 'submit', 'messages', 'links'] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * Why an account has rights over a person: it is them, it fills for them, it is their spouse with their consent, it is the tenant they
 * guarantee for with their consent, or it helps them.
 */
export type Basis = 'self' | 'declarant' | 'spouse' | 'supported' | 'helper';

/** Rights that come with a basis. A helper's are chosen in the mandate; `fill` and `see` are always among them. */
export const RIGHTS_OF_BASIS: Readonly<Record<Basis, readonly Right[]>> = {
  self: RIGHTS,
  declarant: RIGHTS,
  spouse: ['see', 'fill'],
  supported: ['see'],
  helper: ['see', 'fill'],
};

/** What a helper may be allowed besides filling, each ticked apart. */
export const HELPER_RIGHTS = ['submit', 'messages', 'links'] as const satisfies readonly Right[];

/** How long a mandate may last, in days. */
export const HELPER_DAYS = [30, 90, 180] as const;
