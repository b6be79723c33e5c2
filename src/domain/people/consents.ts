/** What people agree to, each on its own row; none is bundled in the terms of use. A partner's is `partner:<id>`. */
export const CONSENT_PURPOSES = [
  'honour',
  'others_informed',
  'spouse_access',
  'flatmate_sending',
  'third_party_mandate',
  'guarantor_informed',
  'guarantor_tenant_access',
  'helper_mandate',
  'unverified_sending',
  'candidacy',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
export type AnyConsentPurpose = ConsentPurpose | `partner:${string}`;

/** The text in force of each purpose. A published text never changes: a new one gets a new name, and its words `consent.<version>`. */
export const CONSENT_TEXTS: Readonly<Record<ConsentPurpose | 'partner', string>> = {
  honour: 'honour.2026-11',
  others_informed: 'others_informed.2026-11',
  spouse_access: 'spouse_access.2026-11',
  flatmate_sending: 'flatmate_sending.2026-11',
  third_party_mandate: 'third_party_mandate.2026-11',
  guarantor_informed: 'guarantor_informed.2026-11',
  guarantor_tenant_access: 'guarantor_tenant_access.2026-11',
  helper_mandate: 'helper_mandate.2026-11',
  unverified_sending: 'unverified_sending.2026-11',
  candidacy: 'candidacy.2026-11',
  partner: 'partner.2026-11',
};

/** One consent as it stands: who gave it, for whom, for what. */
export interface ConsentView {
  readonly accountId: string;
  readonly personId: string | null;
  readonly purpose: string;
  readonly withdrawnAt: Date | null;
}

/** True when the consent that an act needs is there and not withdrawn. Asked at each request, so that a withdrawal acts at the next. */
export function consents(
  given: readonly ConsentView[],
  need: { readonly purpose: AnyConsentPurpose; readonly accountId?: string; readonly personId?: string },
): boolean {
  return given.some(
    (row) =>
      row.withdrawnAt === null &&
      row.purpose === need.purpose &&
      (need.accountId === undefined || row.accountId === need.accountId) &&
      (need.personId === undefined || row.personId === need.personId),
  );
}

/** Consents that their giver may take back by themself. The others state what was true or known when they were given. */
export const WITHDRAWABLE = [
  'spouse_access',
  'flatmate_sending',
  'guarantor_tenant_access',
  'helper_mandate',
  'third_party_mandate',
] as const satisfies readonly ConsentPurpose[];
export type WithdrawablePurpose = (typeof WITHDRAWABLE)[number];

/** The purpose of a consent that still stands, is about somebody and may be taken back; `null` for all others. */
export function withdrawable(given: Omit<ConsentView, 'accountId'>): WithdrawablePurpose | null {
  if (given.withdrawnAt !== null || given.personId === null) return null;
  return WITHDRAWABLE.find((purpose) => purpose === given.purpose) ?? null;
}
