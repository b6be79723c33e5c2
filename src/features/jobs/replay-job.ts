import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';

const ids = z.object({ dossierId: z.uuid() });
const payloads = {
  'file.prepare': ids.extend({ fileId: z.uuid() }),
  'piece.examine': ids.extend({ pieceId: z.uuid(), revision: z.number().int() }),
  'copy.prepare': ids.extend({ copyId: z.uuid() }),
  'export.prepare': z.object({ exportId: z.uuid() }),
} as const;

/**
 * Gives a job that failed for good all its tries again. A copy that was told to have failed waits anew; what is not needed any more does
 * nothing.
 */
export async function replayJob(
  house: Pick<House, 'transact' | 'jobs'>,
  { id }: { id: Id<'deadJob'> },
): Promise<Result<void, 'not_found'>> {
  return house.transact(async (tx) => {
    const dead = await tx.deleteFrom('deadJob').where('id', '=', id).returning(['name', 'payload']).executeTakeFirst();
    if (!dead) return err('not_found');
    switch (dead.name) {
      case 'file.prepare':
        await house.jobs.send(tx, dead.name, payloads[dead.name].parse(dead.payload));
        break;
      case 'piece.examine': {
        const payload = payloads[dead.name].parse(dead.payload);
        await tx
          .updateTable('examination')
          .set({ state: 'waiting', doneAt: null })
          .where('pieceId', '=', payload.pieceId as Id<'piece'>)
          .where('rev', '=', payload.revision)
          .where('state', '=', 'given_up')
          .execute();
        await house.jobs.send(tx, dead.name, payload);
        break;
      }
      case 'copy.prepare': {
        const payload = payloads[dead.name].parse(dead.payload);
        await tx
          .updateTable('copy')
          .set({ state: 'waiting', failure: null, tries: 0 })
          .where('id', '=', payload.copyId as Id<'copy'>)
          .where('state', '=', 'failed')
          .execute();
        await house.jobs.send(tx, dead.name, payload);
        break;
      }
      case 'export.prepare': {
        const payload = payloads[dead.name].parse(dead.payload);
        await tx
          .updateTable('dataExport')
          .set({ state: 'waiting' })
          .where('id', '=', payload.exportId as Id<'dataExport'>)
          .where('state', '=', 'failed')
          .execute();
        await house.jobs.send(tx, dead.name, payload);
      }
    }
    return ok();
  });
}
