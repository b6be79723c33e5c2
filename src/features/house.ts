import type { TermsVersion } from '#domain/accounts/terms.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Ids, RandomBytes } from '#kernel/ids.ts';
import type { Antivirus } from '#ports/antivirus.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { ErasureJournal } from '#ports/erasure-journal.ts';
import type { Mailer } from '#ports/mailer.ts';
import type { Passkeys } from '#ports/passkeys.ts';
import type { Passwords } from '#ports/passwords.ts';
import type { SecretBox } from '#ports/secret-box.ts';
import type { Totp } from '#ports/totp.ts';
import type { Vault } from '#ports/vault.ts';
import type { JobQueue } from '#store/job-queue.ts';
import type { Database } from '#store/open-database.ts';
import type { Transact } from '#store/unit-of-work.ts';

/** What acts may touch, handed in by main. An act takes a `Pick` of what it needs. */
export interface House {
  readonly db: Database;
  readonly transact: Transact;
  readonly jobs: Pick<JobQueue, 'send'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly vault: Vault;
  readonly secrets: SecretBox;
  readonly engine: DocumentEngine;
  readonly mailer: Mailer;
  readonly journal: ErasureJournal;
  readonly antivirus: Antivirus;
  readonly passwords: Passwords;
  readonly totp: Totp;
  readonly passkeys: Passkeys;
  /** FranceConnect or its simulator; `null` where it is off. */
  readonly franceConnect: IdentityProvider | null;
  readonly settings: HouseSettings;
}

/** Addresses of « Je donne mon avis », by procedure; `null` where it is not set. */
export interface FeedbackAddresses {
  readonly tenant: string | null;
  readonly landlord: string | null;
}

/** Settings that acts depend on; all but the terms of use come from environment variables, parsed once in main. */
export interface HouseSettings {
  /** Address of the service without trailing slash, e.g. `http://localhost:3000`. */
  readonly baseUrl: string;
  readonly serviceName: string;
  /** ASCII word for file names, from the name. */
  readonly serviceSlug: string;
  readonly production: boolean;
  readonly feedback: FeedbackAddresses;
  /** Days that pieces are kept after the last contact, see `PIECE_DAYS`. */
  readonly pieceDays: number;
  /** Where letters of the contact form go; `null`: there is no form. */
  readonly contactEmail: string | null;
  /** Versions of the terms of use, oldest first: those of the code. */
  readonly terms: readonly TermsVersion[];
}
