/** One queue of the worker. Payloads hold ids, never names or texts; dossiers take turns. */
export interface JobPayloads {
  'file.prepare': { fileId: string; dossierId: string };
  'piece.examine': { pieceId: string; revision: number; dossierId: string };
  'copy.prepare': { copyId: string; dossierId: string };
  'export.prepare': { exportId: string };
}

export type JobName = keyof JobPayloads;

/** What a handler is told about its attempt. */
export interface JobAttempt {
  /** True on the last attempt: the handler must leave the thing in a state that a person can act on. */
  readonly last: boolean;
}
