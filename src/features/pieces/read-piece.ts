import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { reasonOf, type ReasonKey } from '#domain/review/reasons.ts';
import { parseReasonParams, type ReasonParams } from '#domain/review/reason-params.ts';
import type { IntakeCode } from '#domain/pieces/intake.ts';
import { INTAKE_CODES } from '#domain/pieces/intake.ts';
import type { House } from '#features/house.ts';
import { fileName } from './file-name.ts';

/** A file as its owner sees it. */
export interface OwnFile {
  readonly id: Id<'file'>;
  readonly name: string;
  readonly state: 'received' | 'ready' | 'rejected';
  readonly code: IntakeCode | null;
  readonly pages: number | null;
}

/** Files of a piece, those that were refused included until they are dismissed. */
export async function ownFiles(
  house: Pick<House, 'db' | 'vault' | 'secrets'>,
  pieceId: Id<'piece'>,
): Promise<readonly OwnFile[]> {
  const rows = await house.db
    .selectFrom('file')
    .selectAll()
    .where('pieceId', '=', pieceId)
    .where('state', 'in', ['received', 'ready', 'rejected'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: fileName(house, row),
    state: row.state === 'removed' ? 'rejected' : row.state,
    code: INTAKE_CODES.find((code) => code === row.code) ?? null,
    pages: row.pages,
  }));
}

/** A catalogued reason of a decision. */
export interface GivenReason {
  readonly key: ReasonKey;
  readonly params: ReasonParams;
}

const stored = z.array(z.object({ key: z.string(), params: z.record(z.string(), z.unknown()).optional() }));

/** Reads the reasons kept with a decision; one that is no longer understood is left out. */
export function givenReasons(json: unknown): readonly GivenReason[] {
  const read = stored.safeParse(json);
  if (!read.success) return [];
  return read.data.flatMap(({ key, params }) => {
    const row = reasonOf(key);
    const parsed = row && parseReasonParams(row, params ?? {});
    return row && parsed ? [{ key: row.key, params: parsed }] : [];
  });
}
