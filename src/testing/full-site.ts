import type { Id } from '#kernel/ids.ts';
import type { AgentRole } from '#domain/accounts/roles.ts';
import { checkCode, currentCodeOf, prepareCodes } from '#features/accounts/agent-codes.ts';
import { createLink } from '#features/links/create-link.ts';
import { readLinks } from '#features/links/read-links.ts';
import type { App } from '#http/app.ts';
import { doorsOf } from '#main/doors.ts';
import { addAccount, SEED_PASSWORD, type Tenant } from '#main/seed.ts';
import { fullHouse, type FullHouse } from './full-house.ts';
import { newMails } from './mail-reader.ts';
import { Browser, testServer, TEST_FORM_SECRET } from './test-site.ts';

/** Longer than one-time codes last. */
const NEXT_CODE_MS = 31_000;

/** The whole service over a test database: every door of production, everything behind them real. */
export interface FullSite {
  readonly house: FullHouse;
  readonly app: App;
}

/** An address that the server answers to. */
export interface KnownRoute {
  readonly method: string;
  /** With its parameters: `/dossiers/:dossier`. */
  readonly path: string;
  /** Its form carries files: the token is read with them. */
  readonly multipart: boolean;
  /** Called by programs, without session. */
  readonly open: boolean;
}

/** Builds it. @returns also what the server itself says that it answers to */
export async function fullSite(): Promise<FullSite & { readonly routes: readonly KnownRoute[] }> {
  const house = await fullHouse();
  const app = testServer(house, doorsOf(house, { formSecret: TEST_FORM_SECRET }));
  const routes: KnownRoute[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    const facts = { path: url, multipart: config?.csrfInBody ?? false, open: config?.open ?? false };
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, ...facts });
  });
  await app.ready();
  return { house, app, routes };
}

/** Somebody signed in who made an account some time ago. */
export async function memberAt({ app }: FullSite, email: string): Promise<Browser> {
  const browser = new Browser(app);
  await browser.get('/connexion');
  const { status, location } = await browser.post('/connexion', { email, password: SEED_PASSWORD });
  if (status !== 303 || location?.startsWith('/connexion')) throw new Error(`${email} cannot sign in: ${status}`);
  return browser;
}

/** A new agent in the console, both factors given. */
export async function agentAt({ house, app }: FullSite, email: string, role: AgentRole = 'reviewer'): Promise<Browser> {
  const accountId = await addAccount(house, email, role);
  await prepareCodes(house, { accountId });
  await checkCode(house, { accountId, code: (await currentCodeOf(house, { accountId })) ?? '' });
  house.pass(NEXT_CODE_MS);
  const browser = new Browser(app);
  await browser.get('/console/connexion');
  await browser.post('/console/connexion', { email, password: SEED_PASSWORD });
  await browser.get('/console/connexion/code');
  const code = await currentCodeOf(house, { accountId });
  const { location } = await browser.post('/console/connexion/code', { code: code ?? '' });
  if (location !== '/console') throw new Error(`${email} cannot enter the console`);
  return browser;
}

/** A link of a dossier that anybody opens by confirming an address. */
export async function linkOf({ house }: FullSite, tenant: Tenant): Promise<{ linkId: Id<'link'>; path: string }> {
  const made = await createLink(house, {
    ...tenant,
    title: 'Agence du Port',
    days: 30,
    door: 'any_address',
    addresses: [],
    send: false,
    message: '',
    copiesAllowed: true,
    acknowledged: true,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const link = (await readLinks(house, tenant.dossierId)).find(({ id }) => id === made.value.linkId);
  return { linkId: made.value.linkId, path: new URL(link?.url ?? '').pathname };
}

/** A landlord who opened a link by the code sent to them. */
export async function landlordAt({ house, app }: FullSite, path: string, email: string): Promise<Browser> {
  const browser = new Browser(app);
  await browser.get(path);
  await browser.post(`${path}/adresse`, { email });
  const code = (await newMails(house)).flatMap(({ to, subject }) => (to === email ? (/\d{6}/.exec(subject) ?? []) : []))[0];
  const { status, location } = await browser.post(`${path}/code`, { email, code: code ?? '' });
  if (status !== 303 || location !== path) throw new Error(`${email} cannot open the link: ${status}`);
  return browser;
}
