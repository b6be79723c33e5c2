import type { Id } from '#kernel/ids.ts';
import { bandsOf, type CopyHit } from '#domain/findings/copies.ts';
import { latinTokens } from '#domain/people/transliterate.ts';
import type { FingerprintFacts } from '#domain/findings/facts.ts';
import type { House } from '#features/house.ts';
import type { FileRow } from '#store/dossiers.repository.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';

/** Purpose of the keyed hashes: without the key nobody can tell whether a known paper is here. */
const DUPLICATES = 'duplicates';
const HASH_BYTES = 16;

interface Print {
  readonly kind: CopyHit['index'];
  readonly band: number;
  readonly hash: Buffer;
}

/** Keyed hashes of one file; nothing of its content can be read back from them. */
function printsOf(house: Pick<House, 'secrets'>, file: Pick<FileRow, 'sha256'>, facts: FingerprintFacts): readonly Print[] {
  const hash = (kind: CopyHit['index'], material: string) =>
    house.secrets.keyedHash(DUPLICATES, `${kind}|${material}`).subarray(0, HASH_BYTES);
  const whole = (['text', 'figures'] as const).flatMap((kind): Print[] => {
    const material = facts[kind];
    return material === null ? [] : [{ kind, band: 0, hash: hash(kind, material) }];
  });
  const bands = facts.layout === null ? [] : bandsOf(facts.layout);
  return [
    { kind: 'bytes', band: 0, hash: hash('bytes', Buffer.from(file.sha256).toString('hex')) },
    ...whole,
    ...bands.map((material, band): Print => ({ kind: 'layout', band, hash: hash('layout', material) })),
  ];
}

/** Keeps the hashes of a file; they are erased with it. */
export async function writeFingerprints(
  tx: Tx,
  house: Pick<House, 'secrets'>,
  file: Pick<FileRow, 'id' | 'sha256'>,
  facts: FingerprintFacts,
): Promise<void> {
  await tx.deleteFrom('fingerprint').where('fileId', '=', file.id).execute();
  await tx
    .insertInto('fingerprint')
    .values(printsOf(house, file, facts).map((print) => ({ fileId: file.id, ...print })))
    .execute();
}

/** The tokens of a name in order; empty for those who have none, who are never taken for each other. */
const nameKey = (name: { readonly firstNames: string; readonly birthName: string }) =>
  [...(latinTokens(name.birthName) ?? []), '|', ...(latinTokens(name.firstNames) ?? [])].join(' ');
const NAMELESS = '|';

/** The same paper in a dossier of other people, and where: for fraud referents only. */
export interface FoundCopy extends CopyHit {
  readonly otherFile: Id<'file'>;
  readonly otherPiece: Id<'piece'>;
}

/**
 * The same paper in dossiers of other people. Not counted: papers of this dossier (joint ones), dossiers that somebody of this one holds too, and
 * people of the same name: a parent who guarantees two children, somebody who began again with another address.
 */
export async function copiesOf(db: DbOrTx, pieceId: Id<'piece'>): Promise<readonly FoundCopy[]> {
  const rows = await db
    .selectFrom('fingerprint as mine')
    .innerJoin('file as own', 'own.id', 'mine.fileId')
    .innerJoin('fingerprint as other', (join) =>
      join.onRef('other.kind', '=', 'mine.kind').onRef('other.hash', '=', 'mine.hash').onRef('other.fileId', '!=', 'mine.fileId'),
    )
    .innerJoin('file as found', 'found.id', 'other.fileId')
    .innerJoin('piece', 'piece.id', 'found.pieceId')
    .innerJoin('person', 'person.id', 'piece.personId')
    .innerJoin('piece as mineIn', 'mineIn.id', 'own.pieceId')
    .innerJoin('person as self', 'self.id', 'mineIn.personId')
    .select(['mine.kind', 'own.id as file', 'other.fileId as otherFile', 'found.pieceId as otherPiece'])
    .select(['person.firstNames', 'person.birthName', 'self.firstNames as ownFirstNames', 'self.birthName as ownBirthName'])
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('bands'))
    .where('own.pieceId', '=', pieceId)
    .where('own.state', '=', 'ready')
    .whereRef('person.dossierId', '!=', 'self.dossierId')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('access as theirs')
            .innerJoin('person as they', 'they.id', 'theirs.personId')
            .innerJoin('access as ours', 'ours.accountId', 'theirs.accountId')
            .innerJoin('person as we', 'we.id', 'ours.personId')
            .select('theirs.accountId')
            .whereRef('they.dossierId', '=', 'person.dossierId')
            .whereRef('we.dossierId', '=', 'self.dossierId'),
        ),
      ),
    )
    // Papers of one payroll program look alike: counted where they lie, or every band of every one of them would travel.
    .groupBy(['mine.kind', 'own.id', 'other.fileId', 'found.pieceId', 'person.id', 'self.id'])
    .orderBy('own.position')
    .orderBy('other.fileId')
    .execute();
  return rows.flatMap((row): FoundCopy[] => {
    const own = nameKey({ firstNames: row.ownFirstNames, birthName: row.ownBirthName });
    if (own !== NAMELESS && own === nameKey(row)) return [];
    const { kind: index, file, otherFile, otherPiece, bands } = row;
    return [{ index, file, otherFile, otherPiece, bands }];
  });
}
