/** What the code of one room may import besides itself. */
export interface RoomRule {
  /** Rooms whose values and types it may use. */
  readonly rooms: readonly string[];
  /** Rooms of which it may use types only. */
  readonly types?: readonly string[];
  /** Packages and `node:` modules, when they are counted; absent means any. A trailing `*` stands for the rest. */
  readonly packages?: readonly string[];
}

/** Lowest floor first: the rooms of the house. A folder inside a room that has its own row is a room of its own. */
export const ROOMS: Readonly<Record<string, RoomRule>> = {
  kernel: { rooms: [], packages: [] },
  seals: { rooms: ['kernel'], packages: ['node:crypto', 'pkijs', '@peculiar/*', 'asn1js', 'reflect-metadata'] },
  domain: { rooms: ['kernel'], types: ['seals'], packages: ['zod'] },
  i18n: { rooms: ['kernel', 'domain'], packages: ['intl-messageformat'] },
  ports: { rooms: ['kernel', 'domain', 'seals'], packages: [] },
  specimens: { rooms: ['kernel', 'domain', 'seals'] },
  store: { rooms: ['kernel', 'domain'], types: ['ports'] },
  engine: { rooms: ['kernel', 'domain', 'seals'], types: ['ports'] },
  adapters: { rooms: ['kernel', 'domain', 'seals'], types: ['ports'] },
  'ui/islands': { rooms: ['kernel', 'domain'], packages: [] },
  ui: { rooms: ['kernel', 'domain', 'i18n'], packages: ['preact', 'preact/*', 'preact-render-to-string', 'bwip-js/*'] },
  mails: { rooms: ['kernel', 'domain', 'i18n', 'ui'], packages: ['preact', 'preact/*', 'preact-render-to-string'] },
  papers: { rooms: ['kernel', 'domain', 'i18n', 'ui'] },
  http: { rooms: ['kernel', 'domain', 'i18n', 'ui'], types: ['ports'] },
  features: { rooms: ['kernel', 'domain', 'seals', 'i18n', 'store', 'mails', 'papers'], types: ['ports'] },
  web: { rooms: ['kernel', 'domain', 'i18n', 'ui', 'http', 'features'], types: ['ports'] },
  console: { rooms: ['kernel', 'domain', 'i18n', 'ui', 'http', 'features'], types: ['ports'] },
  partner: { rooms: ['kernel', 'domain', 'i18n', 'ui', 'http', 'features'], types: ['ports'] },
  worker: { rooms: ['kernel', 'domain', 'i18n', 'features'], types: ['ports'] },
  dev: { rooms: ['kernel', 'domain', 'i18n', 'ui', 'http', 'features'], types: ['ports'] },
  main: {
    rooms: [
      ...['kernel', 'seals', 'domain', 'i18n', 'specimens', 'store', 'engine', 'adapters', 'ui', 'mails', 'papers', 'http'],
      ...['features', 'web', 'console', 'partner', 'worker', 'dev'],
    ],
    types: ['ports'],
  },
};

/** Rooms that only tests, walks and benchmarks enter; they may enter every room. */
export const TEST_ROOMS: readonly string[] = ['testing'];

/** One thing that one place alone may do. Places are files, or folders when they end with `/`, below `src`. */
export interface SingleCaller {
  readonly what: string;
  /** A call whose callee, written out, matches: `house.vault.erase`. */
  readonly call?: RegExp;
  /** A property access that matches: `process.env`. */
  readonly access?: RegExp;
  /** A place whose import is meant; types may be imported, they load nothing. */
  readonly imported?: string;
  readonly only: readonly string[];
}

export const SINGLE_CALLERS: readonly SingleCaller[] = [
  {
    what: 'only features/erasure erases blobs',
    call: /(?:^|\.)(?:vault|blobs?|blobStore)\.erase$/i,
    only: ['features/erasure/', 'adapters/vault.ts'],
  },
  { what: 'only features/erasure destroys file keys', imported: 'store/files.erasing.ts', only: ['features/erasure/'] },
  { what: 'only features/audit writes the access log', imported: 'store/access-log.repository.ts', only: ['features/audit/'] },
  {
    what: 'only store/unit-of-work opens a transaction (and the migrations, which run before there is one)',
    call: /(?:^|\.)(?:db|database)\.(?:transaction|startTransaction)$/,
    only: ['store/unit-of-work.ts', 'store/migrate.ts'],
  },
  { what: 'only children load the code that opens untrusted bytes', imported: 'engine/child/', only: ['engine/child/'] },
  { what: 'only main reads the environment', access: /^process\.env$/, only: ['main/', 'testing/', 'engine/child/'] },
];

/** Imports between features beside `api.ts`: registers that list one file of each feature. */
export const FEATURE_REGISTERS: readonly { readonly register: string; readonly lists: RegExp }[] = [
  { register: 'features/mailing/topics.ts', lists: /^features\/[\w-]+\/mails\.tsx?$/ },
];

/** Types at the root of `features` that every feature may import. */
export const FEATURE_TYPES: readonly string[] = ['features/house.ts', 'features/composer.ts'];
