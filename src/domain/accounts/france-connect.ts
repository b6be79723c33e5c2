import { z } from 'zod';
import { MINUTE_MS } from '#kernel/clock.ts';
import { sameName } from '../people/compare-names.ts';
import type { PersonName } from '../people/names.ts';

/** How long a sign-in that left for FranceConnect may take, and how long an identity may wait for its account. */
export const DEPARTURE_MS = 30 * MINUTE_MS;
export const PENDING_MS = 15 * MINUTE_MS;

/** Linking and unlinking ask a proof of who one is that is this fresh. */
export const LINK_PROOF_MS = 5 * MINUTE_MS;

/** A six-digit code mailed to prove control of an account: how long it lives, and how many wrong tries it bears. */
export const CONTROL_CODE = { lifeMs: 10 * MINUTE_MS, tries: 5, perHour: 3 } as const;

/** Assurance levels, lowest first. FranceConnect gives `eidas1`; the higher ones belong to FranceConnect+. */
const EIDAS_LEVELS = ['eidas1', 'eidas2', 'eidas3'] as const;
export type EidasLevel = (typeof EIDAS_LEVELS)[number];

/** True when an answer is at least as sure as what was asked. @param given claim `acr`, anything */
export function sureEnough(given: unknown, asked: EidasLevel): boolean {
  return EIDAS_LEVELS.slice(EIDAS_LEVELS.indexOf(asked)).some((level) => level === given);
}

/**
 * An identity as the national register gives it. Dates and places are kept as they came: an unknown day or month of birth arrives as
 * `01`, so that a date is never a proof of a full date.
 */
export const certifiedIdentity = z.object({
  firstNames: z.string(),
  birthName: z.string().min(1),
  usedName: z.string().nullable(),
  birthdate: z.string().nullable(),
  birthplace: z.string().nullable(),
  birthcountry: z.string().nullable(),
});
export type CertifiedIdentity = z.output<typeof certifiedIdentity>;

/** Reads an identity kept in a row; `null` when there is none. */
export function readIdentity(kept: unknown): CertifiedIdentity | null {
  const read = certifiedIdentity.safeParse(kept);
  return read.success ? read.data : null;
}

/** How a person is called by an identity. The used name is proposed where it differs; a person may change it. */
export function nameOfIdentity(identity: CertifiedIdentity): PersonName {
  const { firstNames, birthName, usedName } = identity;
  return { firstNames, birthName, usedName: usedName === birthName ? null : usedName, singleName: firstNames === '' };
}

/** The first names and birth name of somebody, without the used name: what FranceConnect certifies. */
const certifiedPart = (name: Pick<PersonName, 'firstNames' | 'birthName'>): PersonName => ({
  firstNames: name.firstNames,
  birthName: name.birthName,
  usedName: null,
  singleName: false,
});

/** True when two people bear the same first names and birth name, but for accents, case and hyphens. */
export function sameCertifiedName(
  a: Pick<PersonName, 'firstNames' | 'birthName'>,
  b: Pick<PersonName, 'firstNames' | 'birthName'>,
): boolean {
  return sameName(certifiedPart(a), certifiedPart(b));
}

/** Why a sign-in by FranceConnect came to nothing. People see one page for all; the code is for the log. */
export type ReturnFault =
  | 'return.unknown_state'
  | 'provider.denied'
  | 'provider.error'
  | 'provider.unreachable'
  | 'provider.invalid_answer'
  | 'account.disabled';

/** Why an identity was not linked to an account: it is another account's, the account is another identity's, or is no more. */
export type LinkRefusal = 'link.other_account' | 'link.other_identity' | 'link.account_gone';
