import type { PersonView } from '../pieces/piece-view.ts';
import type { Basis } from './rights.ts';

/** One part that an account signs for when it sends a dossier. */
export interface Signer {
  readonly person: PersonView;
  readonly basis: Basis;
  /** The dossier is filled for this person by somebody else, under a mandate. */
  readonly forOther: boolean;
}

/**
 * True when these parts hold documents of people who have no account here and are not the one the dossier is filled for: a spouse, a
 * natural guarantor. Who sends them says that they agree.
 */
export function speaksForOthers(signers: readonly Signer[]): boolean {
  return signers.some(
    ({ person, basis, forOther }) =>
      (person.role === 'N' && basis !== 'self') || (person.role === 'T' && basis === 'declarant' && !forOther),
  );
}
