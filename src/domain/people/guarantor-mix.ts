export const GUARANTOR_KINDS = ['natural', 'company', 'organism'] as const;
export type GuarantorKind = (typeof GUARANTOR_KINDS)[number];

/** Most natural persons that may guarantee for one tenant. */
export const MAX_NATURAL_GUARANTORS = 2;

/** True when these may guarantee together for one tenant: nobody, one or two persons, one company, or one organism; never mixed. */
export function mixAllowed(kinds: readonly GuarantorKind[]): boolean {
  if (kinds.length <= 1) return true;
  return kinds.length <= MAX_NATURAL_GUARANTORS && kinds.every((kind) => kind === 'natural');
}

/** Kinds that may still be added to these; the database holds the same rule against a direct insert. */
export function kindsToAdd(present: readonly GuarantorKind[]): readonly GuarantorKind[] {
  return GUARANTOR_KINDS.filter((kind) => mixAllowed([...present, kind]));
}
