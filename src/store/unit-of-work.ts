import type { Transaction } from 'kysely';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

/** A database transaction, handed to repositories. */
export type Tx = Transaction<Schema>;

/** Reads outside, reads and writes inside a transaction. */
export type DbOrTx = Database | Tx;

/**
 * Runs work in one transaction. A thrown error rolls back and is thrown on; a failed `Result` rolls back and is returned, so that
 * an act which finds a reason late has written nothing. Never await the network or the document engine inside: the embedded
 * database has a single connection.
 */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

class Refused extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('rolled back: the act gave a reason');
    this.result = result;
  }
}

const isFailure = (value: unknown) => typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

/** Builds `transact` for a database. @param committed told of each transaction that committed, to wake what waits for it */
export function makeTransact(db: Database, committed: (tx: Tx) => void): Transact {
  return async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    let done: Tx | undefined;
    try {
      const value = await db.transaction().execute(async (tx) => {
        const result = await work(tx);
        if (isFailure(result)) throw new Refused(result);
        done = tx;
        return result;
      });
      if (done) committed(done);
      return value;
    } catch (error) {
      if (error instanceof Refused) return error.result as T;
      throw error;
    }
  };
}
