import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { wholeName } from '#domain/people/names.ts';
import type { Finding } from '#domain/findings/findings.ts';
import { fileName, readExplanation, readFindings } from '#features/pieces/api.ts';
import { certifiedPeople } from '#store/certified.repository.ts';
import { loadDossier, type DossierRow, type FileRow, type PersonRow, type PieceRow } from '#store/dossiers.repository.ts';
import { readDrafts, type Draft } from './drafts.ts';
import { ownLease } from './leases.ts';

export interface CasePiece {
  readonly piece: PieceRow;
  readonly files: readonly (FileRow & { readonly name: string })[];
  /** To be decided in this pass; the others are shown for comparison. */
  readonly due: boolean;
  readonly draft: Draft | null;
  /** What the person wrote when they asked for a second look at this revision. */
  readonly note: string | null;
  /** What the person says of differences that they could not mend. */
  readonly explanation: string | null;
  /** The name that this piece was compared with before, and the present one, when this revision comes from a change of name. */
  readonly renamed: { readonly before: string; readonly now: string } | null;
  /** What automatic checks say of this revision, to agents. */
  readonly findings: readonly Finding[];
}

export interface CaseView {
  readonly id: Id<'reviewCase'>;
  readonly version: number;
  readonly kind: string;
  readonly passNo: number;
  readonly leaseToken: string;
  readonly dossier: DossierRow;
  readonly people: readonly {
    readonly person: PersonRow;
    /** FranceConnect gave the name. */
    readonly certified: boolean;
    readonly pieces: readonly CasePiece[];
  }[];
}

/** A case as its agent sees it; `null` without the lease. Pieces to decide come first, in the order of people and categories. */
export async function readCase(
  house: Pick<House, 'db' | 'clock' | 'vault' | 'secrets'>,
  accountId: Id<'account'>,
  caseId: Id<'reviewCase'>,
): Promise<CaseView | null> {
  const now = house.clock.now();
  const lease = await ownLease(house.db, accountId, caseId, now);
  const row = lease && (await house.db.selectFrom('reviewCase').selectAll().where('id', '=', caseId).executeTakeFirst());
  const rows = row && (await loadDossier(house.db, row.dossierId, now));
  if (!lease || !row || !rows) return null;
  const drafts = await readDrafts(house.db, caseId);
  const told = await toldWith(house, rows.pieces);
  const certified = await certifiedPeople(house.db, row.personIds);
  const renamedOf = (pieceId: Id<'piece'>) => {
    const renamed = told.get(pieceId)?.renamed;
    const subject = rows.persons.find(({ id }) => id === renamed?.personId);
    return renamed && subject ? { before: wholeName(renamed.before), now: wholeName(subject) } : null;
  };
  const findings = new Map<string, readonly Finding[]>();
  const explanations = new Map<string, string | null>();
  for (const piece of rows.pieces) {
    findings.set(piece.id, await readFindings(house.db, piece, 'agent'));
    explanations.set(piece.id, await readExplanation(house.db, piece));
  }
  const people = rows.persons
    .filter((person) => row.personIds.includes(person.id))
    .map((person) => ({
      person,
      certified: certified.get(person.id)?.shown ?? false,
      pieces: rows.pieces
        .filter((piece) => piece.personId === person.id)
        .map((piece) => ({
          piece,
          files: rows.files
            .filter((file) => file.pieceId === piece.id && file.state === 'ready')
            .map((file) => ({ ...file, name: fileName(house, file) })),
          due: piece.status === 'to_review',
          draft: drafts.find((draft) => draft.pieceId === piece.id && draft.rev === piece.rev) ?? null,
          explanation: explanations.get(piece.id) ?? null,
          note: told.get(piece.id)?.note ?? null,
          renamed: renamedOf(piece.id),
          findings: findings.get(piece.id) ?? [],
        })),
    }));
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    passNo: row.passNo,
    leaseToken: lease.token,
    dossier: rows.dossier,
    people,
  };
}

/** A name as it stood when a revision came from its change. */
const renaming = z.object({
  renamed: z.object({
    personId: z.string(),
    before: z.object({ firstNames: z.string(), birthName: z.string(), usedName: z.string().nullable() }),
  }),
});

/** What was told with the present revisions, by piece: the person's note, the name before; most have neither. */
async function toldWith(house: Pick<House, 'db'>, pieces: readonly PieceRow[]) {
  if (pieces.length === 0) return new Map<string, never>();
  const rows = await house.db
    .selectFrom('pieceRevision')
    .innerJoin('piece', (join) =>
      join.onRef('piece.id', '=', 'pieceRevision.pieceId').onRef('piece.rev', '=', 'pieceRevision.rev'),
    )
    .select(['piece.id', 'pieceRevision.note', 'pieceRevision.content'])
    .where(
      'piece.id',
      'in',
      pieces.map((piece) => piece.id),
    )
    .where((eb) => eb.or([eb('pieceRevision.note', 'is not', null), eb('pieceRevision.cause', '=', 'identity')]))
    .execute();
  return new Map(
    rows.map(({ id, note, content }) => {
      const renamed = renaming.safeParse(content);
      return [id, { note, renamed: renamed.success ? renamed.data.renamed : null }] as const;
    }),
  );
}
