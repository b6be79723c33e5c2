import { createHash } from 'node:crypto';
import { secretBox } from '#adapters/secret-box.ts';
import { passkeys } from '#adapters/passkeys.ts';
import { totp } from '#adapters/totp.ts';
import { TERMS } from '#domain/accounts/terms.ts';
import { uuidV7 } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import type { JournalLine } from '#ports/erasure-journal.ts';
import type { OutgoingMail } from '#ports/mailer.ts';
import { makeTransact } from '#store/unit-of-work.ts';
import { testDatabase } from './test-database.ts';

/** A house on the real database, with a clock that tests move, mails that they read, and passwords hashed at no cost. */
export interface TestHouse extends Omit<House, 'vault' | 'engine' | 'antivirus'> {
  /** Lets time pass. */
  pass(ms: number): void;
  /** What has left, oldest first. */
  readonly sent: OutgoingMail[];
  /** Lines of the journal of erasures. */
  readonly journaled: JournalLine[];
  /** Every password is verified once per call, unknown accounts included: `verified` counts them. */
  readonly passwords: House['passwords'] & { verified: number };
}

/** Builds the house of a test. @param start what time it is, 23 November 2026 in the morning by default */
export async function testHouse(start = '2026-11-23T09:00:00Z'): Promise<TestHouse> {
  const { db } = await testDatabase();
  let now = new Date(start).getTime();
  let chance = 0;
  const random = (length: number) => {
    chance += 1;
    return new Uint8Array(createHash('shake256', { outputLength: length }).update(`chance ${chance}`).digest());
  };
  const sent: OutgoingMail[] = [];
  const journaled: JournalLine[] = [];
  const passwords = {
    verified: 0,
    hash: async (password: string) => `test:${password}`,
    verify: async (password: string, stored: string | null) => {
      passwords.verified += 1;
      return stored === `test:${password}`;
    },
  };
  const settings = {
    baseUrl: 'http://localhost:3000',
    serviceName: 'Dossier de location',
    serviceSlug: 'dossier',
    production: false,
    feedback: { tenant: null, landlord: null },
    pieceDays: 45,
    contactEmail: 'aide@example.org',
    terms: TERMS,
  };
  return {
    db,
    transact: makeTransact(db, () => {}),
    jobs: { send: async () => {} },
    clock: { now: () => new Date(now), pause: async () => {} },
    ids: { next: () => uuidV7(now, random(10)) },
    random,
    secrets: secretBox(new Uint8Array(32).fill(7)),
    mailer: { send: async (mail) => void sent.push(mail) },
    journal: { append: async (lines) => void journaled.push(...lines) },
    journaled,
    passwords,
    totp,
    passkeys: passkeys(settings),
    franceConnect: null,
    settings,
    pass: (ms) => void (now += ms),
    sent,
  };
}
