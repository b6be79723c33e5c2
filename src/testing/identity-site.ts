import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { createServer, type AddressInfo } from 'node:net';
import { franceConnectSimulator, SIMULATOR_PATH, type SimulatorOptions } from '#dev/france-connect/simulator.routes.tsx';

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A simulator that listens on its own origin, as FranceConnect does. */
export interface IdentitySite {
  readonly origin: string;
  readonly issuer: string;
  /** Paths below the issuer that were asked, in order, with their method: `POST /token`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts one on the loopback. The service is `localhost` in tests, so that the two are different sites. */
export async function identitySite(options: Omit<SimulatorOptions, 'issuer' | 'production'>): Promise<IdentitySite> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const issuer = `${origin}${SIMULATOR_PATH}`;
  const asked: string[] = [];
  const app = fastify();
  await app.register(cookie);
  await app.register(formbody);
  app.addHook('onRequest', async (request) => {
    asked.push(`${request.method} ${(request.url.split('?')[0] ?? '').slice(SIMULATOR_PATH.length)}`);
  });
  const door = await franceConnectSimulator({ ...options, issuer, production: false });
  await app.register(async (scope) => door(scope));
  await app.listen({ host: '127.0.0.1', port });
  return { origin, issuer, asked, close: () => app.close() };
}

/** The browser on the provider's side: keeps its cookies and follows its redirects, until one leads elsewhere. */
export class IdentityBrowser {
  readonly #site: IdentitySite;
  readonly #cookies = new Map<string, string>();

  constructor(site: IdentitySite) {
    this.#site = site;
  }

  /** Prepares the next sign-in of this browser. */
  async prepare(scenario: { persona: string; fault?: string; delay_ms?: number }): Promise<number> {
    const answer = await this.#fetch(`${this.#site.origin}/_simulateur/franceconnect/scenario`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(scenario),
    });
    return answer.status;
  }

  /** Opens an address of the provider. @returns the page it stops at, or `location` when it leaves the provider */
  async open(address: string, init: RequestInit = {}): Promise<{ status: number; body: string; location: string | null }> {
    let answer = await this.#fetch(address, init);
    for (;;) {
      const location = answer.headers.get('location');
      const body = await answer.text();
      if (!location) return { status: answer.status, body, location: null };
      const next = new URL(location, this.#site.origin);
      if (next.origin !== this.#site.origin) return { status: answer.status, body, location: next.href };
      answer = await this.#fetch(next.href);
    }
  }

  async #fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (value.join('=') === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value.join('='));
    }
    return answer;
  }
}
