import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { clamdAntivirus } from '#adapters/antivirus-clamd.ts';
import { noAntivirus } from '#adapters/antivirus-none.ts';
import { fileBlobs } from '#adapters/blobs-fs.ts';
import { fileErasureJournal } from '#adapters/erasure-journal-file.ts';
import { s3Blobs } from '#adapters/blobs-s3.ts';
import { smtpMailer } from '#adapters/mail-smtp.ts';
import { loadOrMakeMasterKeys, parseMasterKeys } from '#adapters/master-keys.ts';
import { passkeys } from '#adapters/passkeys.ts';
import { scryptPasswords } from '#adapters/passwords.ts';
import { secretBox } from '#adapters/secret-box.ts';
import { loadOrMakeSecretKey, parseSecretKey } from '#adapters/secret-key.ts';
import { loadOrMakeSigningIdentity } from '#adapters/signing-identity.ts';
import { systemClock, systemIds, systemRandom } from '#adapters/system.ts';
import { totp } from '#adapters/totp.ts';
import { vault } from '#adapters/vault.ts';
import { documentEngine } from '#engine/client/document-engine.ts';
import { writeFontConfig } from '#engine/client/fonts.ts';
import { pdfSigner, type SigningIdentity } from '#engine/client/sign-pdf.ts';
import type { House } from '#features/house.ts';
import { TERMS } from '#domain/accounts/terms.ts';
import { parisDate } from '#kernel/civil-date.ts';
import { asciiSlug } from '#kernel/text.ts';
import { devMailer } from '#store/dev-mail.mailer.ts';
import { openJobQueue, type JobQueue } from '#store/job-queue.ts';
import { migrate } from '#store/migrate.ts';
import { openEmbedded, openServer, type OpenDatabase } from '#store/open-database.ts';
import { makeTransact } from '#store/unit-of-work.ts';
import { feedbackAddresses } from './feedback.ts';
import { franceConnectOf } from './france-connect.ts';
import { readKnownOrigins } from './known-origins.ts';
import type { Settings } from './settings.ts';

/** Everything the program is made of, once built. */
export interface BuiltHouse {
  readonly house: House;
  readonly database: OpenDatabase;
  readonly queue: JobQueue;
  /** 32 bytes that sign form tokens. */
  readonly formSecret: Uint8Array;
  /** 32 bytes that keyed hashes and short secrets are derived from. */
  readonly secretKey: Uint8Array;
  close(): Promise<void>;
}

/** Where the built program finds its own files. */
export interface ProgramFiles {
  readonly migrations: string;
  readonly childEntry: string;
  readonly templates: string;
}

/** Where they stand below the folder of the project. */
export function programFiles(root: string): ProgramFiles {
  return {
    migrations: path.join(root, 'db/migrations'),
    childEntry: path.join(root, 'dist/engine-child.mjs'),
    templates: path.join(root, 'src/papers/templates'),
  };
}

const TESSERACT_PLACES = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];

/** The command that reads pixels; `null` for the built-in reader. */
function tesseractOf({ TESSERACT_PATH: path }: Settings): string | null {
  if (path) return path === 'none' ? null : path;
  return TESSERACT_PLACES.find((place) => existsSync(place)) ?? null;
}

/** Builds the house from the settings: the only place that knows every adapter. Says in the log what is missing or self-made. */
export async function buildHouse(settings: Settings, files: ProgramFiles, log: Logger): Promise<BuiltHouse> {
  const data = path.resolve(settings.DATA_DIR);
  const keysDirectory = path.join(data, 'keys');
  await mkdir(data, { recursive: true });
  const fontConfig = await writeFontConfig(path.join(data, 'fonts'));
  const database = settings.DATABASE_URL ? openServer(settings.DATABASE_URL) : await openEmbedded(path.join(data, 'pg'));
  if (database.kind === 'embedded')
    log.info('the embedded database is for trying out and small sites; set DATABASE_URL for PostgreSQL');
  await migrate(database.db, files.migrations);

  const masters = settings.MASTER_KEYS
    ? { keys: parseMasterKeys(settings.MASTER_KEYS), made: false }
    : await loadOrMakeMasterKeys(keysDirectory);
  if (masters.made) log.warn('a master key was made in the data folder: keep it apart from backups, or set MASTER_KEYS');
  const secret = settings.SECRET_KEY
    ? { key: parseSecretKey(settings.SECRET_KEY, 'SECRET_KEY'), made: false }
    : await loadOrMakeSecretKey(keysDirectory);
  const blobs = settings.S3_ENDPOINT
    ? s3Blobs({
        endpoint: settings.S3_ENDPOINT,
        region: settings.S3_REGION,
        accessKey: settings.S3_ACCESS_KEY ?? '',
        secretKey: settings.S3_SECRET_KEY ?? '',
      })
    : fileBlobs(path.join(data, 'blobs'));

  let identity: SigningIdentity;
  if (settings.SIGN_P12) identity = { p12: await readFile(settings.SIGN_P12), password: settings.SIGN_P12_PASSWORD };
  else {
    const made = await loadOrMakeSigningIdentity(keysDirectory, settings.SERVICE_NAME, systemClock.now());
    identity = made;
    if (made.made) log.warn('PDFs are signed by a self-made certificate; set SIGN_P12 to replace it');
  }
  if (!settings.CLAMD_URL) log.info('no virus check: CLAMD_URL is not set');
  const trustDirectory = settings.TRUST_DIR ?? path.join(data, 'trust');
  if (!existsSync(trustDirectory)) log.info('no trust list of document seals: they stay unverifiable (TRUST_DIR)');

  const engine = documentEngine({
    slots: settings.ENGINE_SLOTS ?? os.availableParallelism(),
    childEntry: files.childEntry,
    fontConfig,
    templates: files.templates,
    tesseract: tesseractOf(settings),
    trustDirectory: existsSync(trustDirectory) ? trustDirectory : null,
    trustTestSeals: settings.TRUST_TEST_SEALS,
    origins: await readKnownOrigins(settings),
    today: () => parisDate(systemClock.now()),
    sign: pdfSigner(identity, settings.SERVICE_NAME),
    onFault: (fault) => log.warn(fault, 'document engine'),
  });

  const queue = await openJobQueue(database.db, {
    embedded: database.kind === 'embedded',
    onFault: (error) => log.error({ err: { message: error instanceof Error ? error.message : 'fault' } }, 'job queue'),
  });
  const base = { db: database.db, clock: systemClock, ids: systemIds };
  const house: House = {
    ...base,
    transact: makeTransact(database.db, (tx) => queue.committed(tx)),
    jobs: queue,
    random: systemRandom,
    vault: vault(masters.keys, blobs),
    secrets: secretBox(secret.key),
    engine,
    mailer: settings.SMTP_URL ? smtpMailer({ url: settings.SMTP_URL, from: settings.MAIL_FROM }) : devMailer(base),
    journal: fileErasureJournal(settings.ERASURE_JOURNAL ?? path.join(data, 'erasures.log')),
    antivirus: settings.CLAMD_URL ? clamdAntivirus({ url: settings.CLAMD_URL }) : noAntivirus,
    passwords: scryptPasswords(),
    totp,
    passkeys: passkeys({ baseUrl: settings.BASE_URL, serviceName: settings.SERVICE_NAME }),
    franceConnect: franceConnectOf(settings, secret.key),
    settings: {
      baseUrl: settings.BASE_URL,
      serviceName: settings.SERVICE_NAME,
      serviceSlug: asciiSlug(settings.SERVICE_NAME, 'Dossier'),
      production: settings.NODE_ENV === 'production',
      feedback: feedbackAddresses(settings),
      pieceDays: settings.PIECES_KEPT_DAYS,
      contactEmail: settings.CONTACT_EMAIL ?? null,
      terms: TERMS,
    },
  };
  const formSecret = new Uint8Array(createHmac('sha256', secret.key).update('forms').digest());
  return {
    house,
    database,
    queue,
    formSecret,
    secretKey: secret.key,
    close: async () => {
      await engine.close();
      await database.close();
    },
  };
}
