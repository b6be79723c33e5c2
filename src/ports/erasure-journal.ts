/** One erasure as it stands outside the database: keyed hashes only, so that the file says nothing of anybody. */
export interface JournalLine {
  /** Id of the receipt in the database: a database that holds it needs no replay of it. */
  readonly receipt: string;
  readonly kind: string;
  /** Hex of the keyed hash of the subject's id. */
  readonly subject: string;
  /** ISO instant. */
  readonly at: string;
}

/** Where erasures are written beside the database: a restored backup is brought up to date from it. */
export interface ErasureJournal {
  /** Adds lines and makes sure that they are on the disk; throws when they are not. */
  append(lines: readonly JournalLine[]): Promise<void>;
}
