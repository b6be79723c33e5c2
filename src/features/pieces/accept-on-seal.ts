import type { Id } from '#kernel/ids.ts';
import { whyNotAutomatic } from '#domain/findings/acceptance.ts';
import type { House } from '#features/house.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { filesOfPiece } from './find-piece.ts';
import type { Judged } from './judge-piece.ts';

/** Reasons are catalogued; an acceptance has none, so the first catalogue fits. */
const CATALOGUE_VERSION = 1;

/**
 * Accepts a revision without an agent when the issuer's seal proves all it asks (rule 6.6); every other one waits for a person. Nothing is ever
 * refused here. A revision already decided is left alone.
 */
export async function acceptOnSeal(
  tx: Tx,
  house: Pick<House, 'ids' | 'clock'>,
  piece: { readonly id: Id<'piece'>; readonly rev: number; readonly amount: number | null },
  judged: Judged,
): Promise<void> {
  if (whyNotAutomatic(judged.about, judged.findings) !== null) return;
  const decided = await tx
    .selectFrom('decision')
    .select('id')
    .where('pieceId', '=', piece.id)
    .where('rev', '=', piece.rev)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  if (decided) return;
  const files = await filesOfPiece(tx, piece.id);
  const seal = judged.about.files.flatMap(({ facts }) => facts?.seals ?? []).find(({ verdict }) => verdict === 'valid');
  const now = house.clock.now();
  await tx
    .insertInto('decision')
    .values({
      id: house.ids.next(),
      caseId: null,
      pieceId: piece.id,
      rev: piece.rev,
      fileHashes: files.map((file) => file.sha256.toString('hex')),
      outcome: 'accept',
      reasons: '[]',
      catalogueVersion: CATALOGUE_VERSION,
      declaredAmount: piece.amount,
      kind: 'seal',
      sealIssuer: seal
        ? [seal.issuer.name, `${seal.issuer.authority}${seal.issuer.certificate}`].filter(Boolean).join(' – ')
        : null,
      at: now,
      effectiveAt: now,
    })
    .execute();
}
