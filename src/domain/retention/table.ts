/** A length of time, by the calendar in Paris; parts add up. */
export interface Duration {
  readonly months?: number;
  readonly days?: number;
}

/** From when a length of time counts. `last_contact`: a signed-in request of an account that fills for the person, or "keep" pressed in a mail. */
export type RetentionStart = 'last_contact' | 'visit' | 'delivery' | 'set_aside' | 'making' | 'upload' | 'deletion' | 'work_done';

/** What happens at the end. */
export type RetentionEnd = 'archived' | 'erased' | 'pseudonymised' | 'kept';

/** One line of the retention table. The privacy page, the register and the jobs are made from it. */
export interface RetentionRow {
  readonly key: string;
  readonly since: RetentionStart;
  /** `null`: no length of time; the end comes with the event itself. */
  readonly keep: Duration | null;
  /** Mails before the end, in order; the end waits for all of them, `WARNING_GAP` apart and before it. */
  readonly warnings: readonly Duration[];
  readonly then: RetentionEnd;
}

/** Least time between two warnings, and between the last one and the end. */
export const WARNING_GAP: Duration = { days: 7 };

/** Days that pieces are kept after the last contact: the default, and the most an operator may set. */
export const PIECE_DAYS = { usual: 45, least: 30, most: 90 } as const;

/** Days during which somebody without account who was removed can be taken back. */
export const SET_ASIDE_DAYS = 30;

/** The table. @param pieceDays set by the operator, see `PIECE_DAYS`; throws `RangeError` outside its bounds */
export function retentionTable(pieceDays: number = PIECE_DAYS.usual) {
  if (!Number.isInteger(pieceDays) || pieceDays < PIECE_DAYS.least || pieceDays > PIECE_DAYS.most)
    throw new RangeError(`pieces may be kept ${PIECE_DAYS.least} to ${PIECE_DAYS.most} days, not ${pieceDays}`);
  return [
    {
      key: 'pieces',
      since: 'last_contact',
      keep: { days: pieceDays },
      warnings: [{ days: pieceDays - 15 }, { days: pieceDays - 8 }],
      then: 'archived',
    },
    { key: 'empty_dossier', since: 'last_contact', keep: { days: pieceDays }, warnings: [], then: 'archived' },
    {
      key: 'account',
      since: 'last_contact',
      keep: { months: 12 },
      warnings: [{ months: 11 }, { months: 11, days: 15 }],
      then: 'erased',
    },
    {
      key: 'landlord',
      since: 'last_contact',
      keep: { months: 24 },
      warnings: [{ days: 100 * 7 }, { days: 103 * 7 }],
      then: 'erased',
    },
    { key: 'visits', since: 'visit', keep: { months: 12 }, warnings: [], then: 'erased' },
    { key: 'webhook_bodies', since: 'delivery', keep: { days: 30 }, warnings: [], then: 'erased' },
    { key: 'set_aside_person', since: 'set_aside', keep: { days: SET_ASIDE_DAYS }, warnings: [], then: 'erased' },
    { key: 'watermark_copy', since: 'making', keep: { days: 1 }, warnings: [], then: 'erased' },
    { key: 'temporary_upload', since: 'upload', keep: { days: 1 }, warnings: [], then: 'erased' },
    { key: 'events', since: 'deletion', keep: null, warnings: [], then: 'pseudonymised' },
    { key: 'erasure_receipt', since: 'work_done', keep: null, warnings: [], then: 'kept' },
  ] as const satisfies readonly RetentionRow[];
}

export type RetentionKey = ReturnType<typeof retentionTable>[number]['key'];
