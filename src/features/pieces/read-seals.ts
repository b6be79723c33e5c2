import type { Id } from '#kernel/ids.ts';
import { compareSeal, sealedPapers, type MatrixRow } from '#domain/findings/matrix.ts';
import type { House } from '#features/house.ts';
import type { Seal } from '#seals/seal.ts';
import { caseOfPiece } from './judge-piece.ts';

/** A seal of a piece as agents see it: what it is, who made it, what can be said of it, and the comparison. Its other data is not told. */
export interface SealSeen extends Pick<
  Seal,
  'standard' | 'issuer' | 'signedOn' | 'verdict' | 'reason' | 'at' | 'revocationKnown'
> {
  readonly file: string;
  readonly missing: readonly string[];
  readonly rows: readonly MatrixRow[];
}

/** The seals of a piece's present files; none when nothing was read yet. Facts are opened for this and closed again. */
export async function readSeals(house: Pick<House, 'db' | 'vault'>, pieceId: Id<'piece'>): Promise<readonly SealSeen[]> {
  const about = await caseOfPiece(house, pieceId);
  if (!about) return [];
  const pairs = sealedPapers(about);
  return about.files.flatMap(({ file, facts }) =>
    (facts?.seals ?? []).map((seal): SealSeen => {
      const pair = pairs.find((one) => one.seal === seal);
      const { standard, issuer, signedOn, verdict, reason, at, revocationKnown } = seal;
      return {
        ...{ file, standard, issuer, signedOn, verdict, reason, at, revocationKnown },
        missing: seal.conformance.missing,
        rows: pair ? compareSeal(about, pair) : [],
      };
    }),
  );
}
