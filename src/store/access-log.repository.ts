import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import { sql } from 'kysely';
import type { Tx } from './unit-of-work.ts';

export interface AccessRow {
  readonly at: Date;
  readonly accountId: Id<'account'> | null;
  readonly role: string;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly purpose: string | null;
  readonly purposeId: string | null;
  readonly result: 'allowed' | 'denied';
  /** Truncated: /24 or /48. */
  readonly network: string;
}

/** Hash of a row chained to the one before it: SHA-256(previous ‖ canonical JSON of the row). */
export function chainHash(previous: Uint8Array, row: AccessRow): Buffer {
  const canonical = JSON.stringify([
    row.at.toISOString(),
    row.accountId,
    row.role,
    row.act,
    row.subjectKind,
    row.subjectId,
    row.purpose,
    row.purposeId,
    row.result,
    row.network,
  ]);
  return createHash('sha256').update(previous).update(canonical).digest();
}

/** Appends to the access log. Writers queue on a lock, so that the chain has no fork. Nothing ever updates this table. */
export async function appendAccess(tx: Tx, row: AccessRow): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('access_log'))`.execute(tx);
  const last = await tx.selectFrom('accessLog').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const prevHash = last?.hash ?? Buffer.alloc(32);
  await tx
    .insertInto('accessLog')
    .values({ ...row, prevHash, hash: chainHash(prevHash, row) })
    .execute();
}
