import { z } from 'zod';
import { isLocal } from './local-address.ts';
import { PIECE_DAYS } from '#domain/retention/table.ts';

interface SettingDoc {
  readonly schema: z.ZodType;
  /** What it is for, in one or two sentences; the settings page is generated from these. */
  readonly doc: string;
  readonly fallback: string;
  readonly secret?: true;
}

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const optional = z.string().trim().min(1).optional();
const feedbackProduct = z
  .string()
  .trim()
  .regex(/^(?:\d{1,10}|https:\/\/\S+)$/, 'a number, or a whole https address')
  .optional();
/** `name | country | task | guarantee`, several separated by `;`. */
const subcontractors = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(';')
      .filter((entry) => entry.trim() !== '')
      .map((entry) => entry.split('|').map((field) => field.trim())),
  )
  .refine(
    (entries) => entries.every((fields) => fields.length === 4 && !fields.includes('')),
    'name | country | task | guarantee; …',
  )
  .transform((entries) =>
    entries.map(([name = '', country = '', task = '', guarantee = '']) => ({ name, country, task, guarantee })),
  );
const positive = z.coerce.number().int().positive();

/** Every setting: an environment variable, its shape, its documentation. Nothing else in the program reads the environment. */
export const SETTINGS = {
  NODE_ENV: {
    schema: z.enum(['production', 'development', 'test']).default('development'),
    doc: 'In `production` no simulator, no `/dev` page and no made-up people exist, and the settings marked compulsory are checked.',
    fallback: 'development',
  },
  ROLE: {
    schema: z.enum(['all', 'web', 'worker']).default('all'),
    doc: 'What this process does: pages, jobs, or both. Anything but `all` requires `DATABASE_URL`.',
    fallback: 'all',
  },
  HOST: {
    schema: z.string().default('127.0.0.1'),
    doc: 'Address to listen on. `0.0.0.0` in a container.',
    fallback: '127.0.0.1',
  },
  PORT: { schema: z.coerce.number().int().min(0).max(65535).default(3000), doc: 'Port to listen on.', fallback: '3000' },
  BASE_URL: {
    schema: z.url().optional(),
    doc: 'Address under which people reach the service, without trailing slash. Cookies are `Secure` when it is https.',
    fallback: 'http://localhost:<PORT>',
  },
  TRUST_PROXY: {
    schema: z.string().optional(),
    doc: 'Addresses or networks of the reverse proxies whose `X-Forwarded-For` is believed, separated by commas. Unset: none.',
    fallback: 'none',
  },
  DATA_DIR: {
    schema: z.string().default('./data'),
    doc: 'Folder of the embedded database, the encrypted files and the keys made at first start.',
    fallback: './data',
  },
  DATABASE_URL: {
    schema: optional,
    doc: 'PostgreSQL 15 or later, `postgres://user:password@host/name`. Unset: the embedded database under `DATA_DIR`, for trying out and small sites (no fsync, one process).',
    fallback: 'embedded',
    secret: true,
  },
  MASTER_KEYS: {
    schema: optional,
    doc: '`version:base64` of 32 bytes, several separated by commas; the highest version wraps new file keys. Unset: a key is made in `DATA_DIR/keys` at first start. Keep them apart from database backups.',
    fallback: 'made at first start',
    secret: true,
  },
  SECRET_KEY: {
    schema: optional,
    doc: 'Base64 of 32 bytes: seals short secrets in rows, form tokens and keyed hashes. Unset: made in `DATA_DIR/keys`.',
    fallback: 'made at first start',
    secret: true,
  },
  S3_ENDPOINT: {
    schema: z.url().optional(),
    doc: 'S3-compatible storage for encrypted files, bucket included in the path. Unset: `DATA_DIR/blobs`.',
    fallback: 'file system',
  },
  S3_REGION: { schema: z.string().default('eu-west-1'), doc: 'Region of the storage.', fallback: 'eu-west-1' },
  S3_ACCESS_KEY: { schema: optional, doc: 'Access key of the storage.', fallback: '', secret: true },
  S3_SECRET_KEY: { schema: optional, doc: 'Secret key of the storage.', fallback: '', secret: true },
  SMTP_URL: {
    schema: optional,
    doc: '`smtps://user:password@host` or `smtp://host:587`. Certificates are always verified. Unset: mails are kept in the database and read at `/dev/courriels`; refused in production.',
    fallback: 'mails at /dev/courriels',
    secret: true,
  },
  MAIL_FROM: {
    schema: z.string().default('Dossier de location <ne-pas-repondre@localhost>'),
    doc: 'Sender of mails.',
    fallback: 'Dossier de location <ne-pas-repondre@localhost>',
  },
  CLAMD_URL: {
    schema: z.url().optional(),
    doc: '`tcp://host:3310` of a ClamAV daemon. When set and unreachable nothing passes until it answers. Unset: no virus check, said at start.',
    fallback: 'off',
  },
  ENGINE_SLOTS: {
    schema: positive.optional(),
    doc: 'Documents opened at the same time, one child process each.',
    fallback: 'number of cores',
  },
  TESSERACT_PATH: {
    schema: optional,
    doc: 'Path of the `tesseract` command; `none` for the built-in reader, six times slower. Unset: the command where it is installed, else the built-in reader.',
    fallback: 'found',
  },
  TRUST_DIR: {
    schema: optional,
    doc: 'Folder of the trust list and certificates of document seals. Unset: `DATA_DIR/trust`; empty means that seals stay unverifiable, said at start.',
    fallback: 'DATA_DIR/trust',
  },
  TRUST_TEST_SEALS: {
    schema: flag.default(false),
    doc: 'Trust seals of test authorities. Refused in production.',
    fallback: 'false',
  },
  KNOWN_ORIGINS: {
    schema: optional,
    doc: 'JSON file of makers of false papers and of the software that issuers use, beside what ships: see `docs/forgery.md`. Read at start.',
    fallback: '',
  },
  DUPLICATE_KEY: {
    schema: optional,
    doc: 'Base64 of 32 bytes for the keyed hashes that find copies across accounts. Unset: derived from `SECRET_KEY`.',
    fallback: 'derived',
    secret: true,
  },
  SIGN_P12: {
    schema: optional,
    doc: 'PKCS#12 file that signs issued PDFs. Unset: a self-made certificate in `DATA_DIR/keys`, with a warning.',
    fallback: 'self-made',
  },
  SIGN_P12_PASSWORD: { schema: z.string().default(''), doc: 'Password of `SIGN_P12`.', fallback: '', secret: true },
  SERVICE_NAME: {
    schema: z.string().trim().min(1).max(60).default('Dossier de location'),
    doc: 'Name of the service on screens, mails, PDFs and file names.',
    fallback: 'Dossier de location',
  },
  BRAND: {
    schema: z.enum(['neutre']).default('neutre'),
    doc: 'Look of the pages. The neutral theme is the only one shipped: marks of the State are for its own services.',
    fallback: 'neutre',
  },
  PIECES_KEPT_DAYS: {
    schema: z.coerce.number().int().min(PIECE_DAYS.least).max(PIECE_DAYS.most).default(PIECE_DAYS.usual),
    doc: 'Days that documents are kept after the last contact, 30 to 90. The two mails before, the privacy page and the jobs follow it.',
    fallback: String(PIECE_DAYS.usual),
  },
  ERASURE_JOURNAL: {
    schema: optional,
    doc: 'File to which every erasure is added, keyed hashes only. Keep it on another disk than the database: after a restore it says what to erase again.',
    fallback: 'DATA_DIR/erasures.log',
  },
  CONTACT_EMAIL: { schema: z.email().optional(), doc: 'Where people write for help; shown on pages.', fallback: '' },
  PUBLISHER: {
    schema: optional,
    doc: 'Body that publishes the service, on the legal pages. Compulsory in production.',
    fallback: '',
  },
  PUBLISHER_ADDRESS: {
    schema: optional,
    doc: 'Postal address of the publisher, on the legal pages. Compulsory in production.',
    fallback: '',
  },
  PUBLISHER_PHONE: {
    schema: optional,
    doc: 'Telephone of the publisher, on the legal pages. Compulsory in production.',
    fallback: '',
  },
  PUBLICATION_DIRECTOR: {
    schema: optional,
    doc: 'Name and office of the publication director, on the legal pages. Compulsory in production.',
    fallback: '',
  },
  HOSTING_PROVIDER: {
    schema: optional,
    doc: 'Host: name, legal form, number, address, telephone, on the legal pages. Compulsory in production.',
    fallback: '',
  },
  DPO_CONTACT: { schema: optional, doc: 'How to reach the data protection officer. Compulsory in production.', fallback: '' },
  SUBCONTRACTORS: {
    schema: subcontractors,
    doc: 'Who else works on personal data, on the privacy page: `name | country | task | guarantee`, several separated by `;`.',
    fallback: '',
  },
  SOURCE_URL: { schema: z.url().optional(), doc: 'Where the source code can be read.', fallback: '' },
  SECURITY_CONTACT: {
    schema: optional,
    doc: '`mailto:` or https address for `/.well-known/security.txt`. Unset: that address answers 404.',
    fallback: '',
  },
  FC_MODE: {
    schema: z.enum(['off', 'simulator', 'sandbox', 'production']).optional(),
    doc: 'FranceConnect. Unset: the simulator outside production when the address of the service is local, else `off`.',
    fallback: 'simulator when local, else off',
  },
  FC_ISSUER: {
    schema: z.url().optional(),
    doc: 'Issuer of FranceConnect v2: `https://oidc.franceconnect.gouv.fr/api/v2` in production, `https://fcp-low.sbx.dev-franceconnect.fr/api/v2` in the sandbox. https, or http on this machine outside production.',
    fallback: '',
  },
  FC_CLIENT_ID: { schema: optional, doc: 'Client id given by FranceConnect.', fallback: '' },
  FC_CLIENT_SECRET: { schema: optional, doc: 'Client secret, for `client_secret_post`.', fallback: '', secret: true },
  FC_PRIVATE_KEY: { schema: optional, doc: 'Private key as a JWK, for `private_key_jwt`.', fallback: '', secret: true },
  FC_SIGN_ALG: {
    schema: z.enum(['ES256', 'RS256']).default('ES256'),
    doc: 'Algorithm registered for signed answers; any other is refused.',
    fallback: 'ES256',
  },
  FC_BUTTON_IMAGE: {
    schema: optional,
    doc: 'Path of the official button, SVG or PNG, as FranceConnect hands it out: served by this site with FranceConnect itself. Unset: a button of text.',
    fallback: '',
  },
  FC_ACR: {
    schema: z.enum(['eidas1', 'eidas2', 'eidas3']).default('eidas1'),
    doc: 'Level asked; a lower one in the answer ends the sign-in. Above `eidas1` only FranceConnect+ answers.',
    fallback: 'eidas1',
  },
  FC_SCOPES: {
    schema: z.string().default('openid given_name family_name preferred_username email birthdate birthplace birthcountry'),
    doc: 'Scopes asked.',
    fallback: 'openid given_name family_name preferred_username email birthdate birthplace birthcountry',
  },
  JDMA_TENANT_PRODUCT: {
    schema: feedbackProduct,
    doc: '« Je donne mon avis »: product number of the tenant procedure, or a whole https address of the older form (then no button number). Unset: nothing is shown.',
    fallback: '',
  },
  JDMA_TENANT_BUTTON: { schema: optional, doc: 'Button number of the tenant procedure.', fallback: '' },
  JDMA_LANDLORD_PRODUCT: {
    schema: feedbackProduct,
    doc: 'Product number of the landlord procedure, or a whole https address.',
    fallback: '',
  },
  JDMA_LANDLORD_BUTTON: { schema: optional, doc: 'Button number of the landlord procedure.', fallback: '' },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    doc: 'Lines of the log; it never holds a name, an address, a file name or a token.',
    fallback: 'info',
  },
  SEED: {
    schema: flag.optional(),
    doc: 'Made-up people at first start. Default: yes outside production, never in production.',
    fallback: 'yes outside production',
  },
} as const satisfies Record<string, SettingDoc>;

type Parsed = { readonly [Name in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[Name]['schema']> };
export type Settings = Omit<Parsed, 'BASE_URL'> & { readonly BASE_URL: string };

/** Thrown with one line per wrong setting; never echoes a value, which may be a secret. */
export class SettingsError extends Error {}

/** Reads the settings once, at start. Unknown variables are ignored, empty ones count as unset. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(SETTINGS)) {
    const text = environment[name];
    const parsed = schema.safeParse(text === '' ? undefined : text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues[0]?.message ?? 'wrong'}`);
  }
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  const parsed = values as Parsed;
  const baseUrl = (parsed.BASE_URL ?? `http://localhost:${parsed.PORT}`).replace(/\/+$/, '');
  const settings: Settings = { ...parsed, BASE_URL: baseUrl };
  problems.push(...contradictions(settings));
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return settings;
}

/** What the law on confidence in the digital economy and the GDPR want to read on every public service. */
const LEGAL_FACTS = [
  'PUBLISHER',
  'PUBLISHER_ADDRESS',
  'PUBLISHER_PHONE',
  'PUBLICATION_DIRECTOR',
  'HOSTING_PROVIDER',
  'DPO_CONTACT',
  'CONTACT_EMAIL',
] as const;

function contradictions(settings: Settings): string[] {
  const found: string[] = [];
  const production = settings.NODE_ENV === 'production';
  if (settings.ROLE !== 'all' && !settings.DATABASE_URL)
    found.push('ROLE: anything but `all` needs DATABASE_URL, the embedded database belongs to one process');
  if (production && settings.TRUST_TEST_SEALS) found.push('TRUST_TEST_SEALS: test seals prove nothing, refused in production');
  if (production && !settings.SMTP_URL) found.push('SMTP_URL: compulsory in production');
  if (production && !settings.BASE_URL.startsWith('https://')) found.push('BASE_URL: must be https in production');
  if (production && settings.FC_MODE === 'simulator') found.push('FC_MODE: the simulator never runs in production');
  if (settings.FC_MODE === 'simulator' && !isLocal(settings.BASE_URL))
    found.push('FC_MODE: the simulator runs on a local address only, its identities are made up');
  if (production)
    for (const name of LEGAL_FACTS) if (!settings[name]) found.push(`${name}: the legal pages need it, compulsory in production`);
  if (production && settings.SEED) found.push('SEED: made-up people never exist in production');
  if (settings.S3_ENDPOINT && !(settings.S3_ACCESS_KEY && settings.S3_SECRET_KEY))
    found.push('S3_ENDPOINT: needs S3_ACCESS_KEY and S3_SECRET_KEY');
  const official = settings.FC_MODE === 'sandbox' || settings.FC_MODE === 'production';
  if (official && !(settings.FC_ISSUER && settings.FC_CLIENT_ID && (settings.FC_CLIENT_SECRET || settings.FC_PRIVATE_KEY)))
    found.push('FC_MODE: needs FC_ISSUER, FC_CLIENT_ID and FC_CLIENT_SECRET or FC_PRIVATE_KEY');
  if (official && settings.FC_ISSUER?.startsWith('http:') && (production || !isLocal(settings.FC_ISSUER)))
    found.push('FC_ISSUER: must be https');
  return found;
}
