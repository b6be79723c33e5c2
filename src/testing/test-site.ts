import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino, type Logger } from 'pino';
import { rateLimiter } from '#features/accounts/rate-limiter.ts';
import { sessionStore } from '#features/accounts/session-store.ts';
import { setLocale } from '#features/accounts/set-locale.ts';
import type { House } from '#features/house.ts';
import type { App, Door } from '#http/app.ts';
import { buildServer } from '#http/server.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { parseId } from '#kernel/ids.ts';
import { ISLANDS, type AssetPaths, type ServiceFacts } from '#ui/frame.ts';

/** Facts of the service that tests are served by. */
export const TEST_SERVICE: ServiceFacts = {
  name: 'Dossier de location',
  slug: 'dossier',
  baseUrl: 'http://localhost:3000',
  contactEmail: null,
  publisher: null,
  sourceUrl: null,
  operator: { address: null, phone: null, director: null, host: null, dpo: null, subcontractors: [], security: null },
  development: true,
  accessibility: 'non_compliant',
  jdma: { tenant: null, landlord: null },
  franceConnect: 'off',
  franceConnectImage: null,
};

/** Signs form tokens in tests. */
export const TEST_FORM_SECRET = new Uint8Array(32).fill(9);

const scripts = Object.fromEntries(ISLANDS.map((name) => [name, `/assets/${name}.js`])) as AssetPaths['scripts'];

/** The real server over the test database, with the doors of a test, without listening on any port. It says nothing unless it is given a log. */
export function testServer(
  house: Pick<House, 'db' | 'transact' | 'clock' | 'ids' | 'random' | 'secrets' | 'franceConnect' | 'settings'>,
  doors: readonly Door[],
  service: Partial<ServiceFacts> = {},
  log: Logger = pino({ level: 'silent' }),
): App {
  return buildServer({
    service: { ...TEST_SERVICE, ...service },
    assets: { stylesheet: '/assets/main.css', icon: '/assets/icon.svg', scripts },
    assetsDirectory: mkdtempSync(path.join(tmpdir(), 'assets-')),
    sessions: sessionStore(house),
    limiter: rateLimiter(house),
    rateKey: (text) => house.secrets.keyedHash('rate', text).toString('base64url'),
    secret: TEST_FORM_SECRET,
    setLocale: async (accountId, locale) => {
      const id = parseId<'account'>(accountId);
      if (id) await setLocale(house, { accountId: id, locale });
    },
    trustProxy: false,
    log,
    providerOrigin: house.franceConnect?.origin ?? null,
    doors,
  });
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location: string | null;
  /** Media type, e.g. `image/jpeg`. */
  readonly type: string;
}

const BOUNDARY = 'between-two-fields';

/** A browser without script: keeps cookies, reads the form token of the last page, does not follow redirects by itself. */
export class Browser {
  readonly #app: App;
  readonly #cookies = new Map<string, string>();
  readonly #language: string;
  #token = '';

  constructor(app: App, language = 'fr') {
    this.#app = app;
    this.#language = language;
  }

  /** Opens a page. */
  get(url: string): Promise<Answer> {
    return this.#send('GET', url);
  }

  /** Sends a form as the last page would: with its token. */
  post(url: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const payload = new URLSearchParams({ _csrf: this.#token, ...fields }).toString();
    return this.#send('POST', url, payload, 'application/x-www-form-urlencoded');
  }

  /** Sends a form with files as the last page would: with its token first. */
  postMultipart(url: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const parts = Object.entries({ _csrf: this.#token, ...fields }).map(
      ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return this.#send('POST', url, `${parts.join('')}--${BOUNDARY}--\r\n`, `multipart/form-data; boundary=${BOUNDARY}`);
  }

  /** Sends JSON as an island of the last page would. */
  postJson(url: string, body: unknown): Promise<Answer> {
    return this.#send('POST', url, JSON.stringify(body), 'application/json');
  }

  async #send(method: 'GET' | 'POST', url: string, payload?: string, type?: string): Promise<Answer> {
    const response = await this.#app.inject({
      method,
      url,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': this.#language,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(type ? { 'content-type': type } : {}),
        ...(type === 'application/json' ? { accept: type, 'x-csrf-token': this.#token } : {}),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, expires, maxAge } of response.cookies) {
      // The clock of the house is not the machine's: a cookie that is taken back ends at the beginning of time.
      if (value === '' || maxAge === 0 || (expires && expires.getTime() < MINUTE_MS)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    this.#token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? this.#token;
    const location = response.headers.location ?? null;
    const media = String(response.headers['content-type'] ?? '').split(';')[0] ?? '';
    return { status: response.statusCode, body: response.body, location, type: media };
  }
}
