import { prepareFile } from '#features/pieces/prepare-file.ts';
import { examinePiece } from '#features/pieces/examine-piece.ts';
import { prepareExport } from '#features/exports/prepare-export.ts';
import { prepareCopy } from '#features/links/prepare-copy.ts';
import type { House } from '#features/house.ts';
import type { JobAttempt, JobName, JobPayloads } from '#ports/job-queue.ts';

export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name], attempt: JobAttempt) => Promise<void> };

/** When a job is due, that is done. */
export function jobHandlers(house: House): JobHandlers {
  return {
    'file.prepare': (payload, attempt) => prepareFile(house, payload, attempt),
    'piece.examine': (payload, attempt) => examinePiece(house, payload, attempt),
    'copy.prepare': (payload, attempt) => prepareCopy(house, payload, attempt),
    'export.prepare': (payload, attempt) => prepareExport(house, payload, attempt),
  };
}
