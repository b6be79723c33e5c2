/**
 * Knocks at every address that the server says it has, as people who have no business there. A new address is knocked at by itself
 * when it begins like those of a room below; one that stands nowhere fails until somebody says here who may come in.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Email } from '#domain/accounts/email.ts';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { addGuarantor } from '#features/household/guarantors.ts';
import { addSpouse } from '#features/household/add-tenant.ts';
import { Filling, SEED_PASSWORD, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { agentAt, fullSite, landlordAt, linkOf, memberAt, type FullSite, type KnownRoute } from '#testing/full-site.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, type Answer } from '#testing/test-site.ts';

const START_MS = 240_000;

/**
 * `member`: own pages, after sign-in. `agent`: the console, after two factors. `link`: what a landlord sees, by a door. `mail`: opened
 * by the secret of a mail. `public`: nothing of anybody is there.
 */
type Guard = 'member' | 'agent' | 'link' | 'mail' | 'public';

/** Who guards what, by how an address begins; the first that fits counts. */
const GUARDS: readonly (readonly [RegExp, Guard])[] = [
  [/\/:jeton(\/|$)/, 'mail'],
  [/^\/dossiers?(\/|$)/, 'member'],
  [/^\/compte(\/|$)/, 'member'],
  [/^\/inscription\/renvoyer$/, 'member'],
  [/^\/console\/(connexion)(\/|$)/, 'public'],
  [/^\/console(\/|$)/, 'agent'],
  [/^\/consulter\//, 'link'],
  [/^\/(inscription|connexion|mot-de-passe-oublie)(\/|$)/, 'public'],
  [/^\/(franceconnect|deconnexion|droits|verifier|accessibilite|stats(\.json|\.csv)?)(\/|$)/, 'public'],
  [
    /^\/(mentions-legales|politique-de-confidentialite|cgu|securite|plan-du-site|aide|contact|sitemap\.xml|\.well-known)(\/|$)/,
    'public',
  ],
  [/^\/(assets\/\*)?$/, 'public'],
];

/** Words that only those who may see the dossier may read. */
const SECRETS = ['Exemplaire', 'camille@tenants.test', 'Agence du Port', 'Je travaille à Ville-Fictive', 'carte-identite.pdf'];

/** Pages for a guarantor with an account, where FranceConnect is on, for a declared document, for administrators, and for a photograph: none is so here. */
const NOT_HERS: ReadonlySet<string> = new Set([
  '/dossiers/:dossier/:person/se-retirer',
  '/dossiers/:dossier/:person/pieces/:piece/declaration.pdf',
  '/compte/franceconnect',
  '/console/travaux',
  // Her card is a PDF of text.
  '/console/cas/:case/fichiers/:file/pages/:page/compression/:picture',
]);

type Stranger = 'nobody' | 'another tenant' | 'a landlord of another link' | 'an agent without this case';
const STRANGERS: readonly Stranger[] = ['nobody', 'another tenant', 'a landlord of another link', 'an agent without this case'];

let site: FullSite & { readonly routes: readonly KnownRoute[] };
let camille: Tenant;
/** What stands in the place of each parameter: all of it belongs to Camille… */
let values: Readonly<Record<string, string>>;
/** …or, where a page is about several people, to Louise, who lives as a couple with a guarantor. */
let householdValues: Readonly<Record<string, string>>;
let strangers: Readonly<Record<Stranger, Browser>>;
let owner: Browser;
let lead: Browser;
let agent: Browser;
let referent: Browser;
let landlord: Browser;

beforeAll(async () => {
  await emptyDatabase();
  site = await fullSite();
  const { house } = site;
  camille = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, camille, house.work).everything(SPECIMEN_PEOPLE[0]);
  await submitDossier(house, { ...camille, message: 'Je travaille à Ville-Fictive', sworn: true });
  const { linkId, path } = await linkOf(site, camille);
  const sacha = await startTenant(house, 'sacha@tenants.test');
  await new Filling(house, sacha, house.work).everything(SPECIMEN_PEOPLE[1]);
  const elsewhere = await linkOf(site, sacha);

  agent = await agentAt(site, 'un@agents.test');
  await agent.get('/console');
  const taken = await agent.post('/console/suivant');
  owner = await memberAt(site, 'camille@tenants.test');
  landlord = await landlordAt(site, path, 'agence@landlords.test');
  strangers = {
    nobody: new Browser(site.app),
    'another tenant': await memberAt(site, 'sacha@tenants.test'),
    'a landlord of another link': await landlordAt(site, elsewhere.path, 'gare@landlords.test'),
    'an agent without this case': await agentAt(site, 'deux@agents.test'),
  };
  const pieces = await house.db.selectFrom('piece').select(['id', 'category']).where('personId', '=', camille.personId).execute();
  const pieceOf = (category: string) => pieces.find((piece) => piece.category === category)!.id;
  const file = await house.db
    .selectFrom('file')
    .select('id')
    .where('pieceId', '=', pieceOf('identity'))
    .executeTakeFirstOrThrow();
  referent = await agentAt(site, 'referente@agents.test', 'fraud_referent');
  values = {
    alert: await alertOf(file.id),
    dossier: camille.dossierId,
    person: camille.personId,
    piece: pieceOf('identity'),
    income: pieceOf('income'),
    file: file.id,
    link: linkId,
    token: path.split('/').at(-1) ?? '',
    case: taken.location?.split('/').at(-1) ?? '',
    category: 'identite',
    page: '0',
    picture: 'grain',
    slug: 'colocation',
    code: 'AAAA-AAAA-AA',
    job: file.id,
    jeton: 'x'.repeat(43),
    consent: await consentOf(camille),
  };
  const louise = await startTenant(house, 'louise@tenants.test');
  await house.db.updateTable('dossier').set({ kind: 'couple' }).where('id', '=', louise.dossierId).execute();
  const spouse = await addSpouse(house, {
    ...louise,
    firstNames: 'Thelma',
    birthName: 'Exemplaire',
    email: 'thelma@tenants.test' as Email,
  });
  const guarantor = await addGuarantor(house, {
    ...louise,
    tenantId: louise.personId,
    kind: 'natural',
    invite: null,
    informed: true,
  });
  const invitation = await house.db.selectFrom('invitation').select('id').executeTakeFirstOrThrow();
  if (!spouse.ok || !guarantor.ok) throw new Error('no household');
  householdValues = {
    ...values,
    dossier: louise.dossierId,
    person: louise.personId,
    spouse: spouse.value.personId,
    guarantor: guarantor.value.personId,
    invitation: invitation.id,
    helper: sacha.accountId,
  };
  lead = await memberAt(site, 'louise@tenants.test');
  await landlord.get(`${path}/pieces/${values['piece']}`);
  await owner.get('/compte/donnees');
  await owner.post('/compte/donnees', { password: SEED_PASSWORD });
  await house.work();
}, START_MS);

/** A consent of hers that she may take back. */
const consentOf = async ({ accountId, personId }: Tenant): Promise<string> => {
  const { ids, clock, db } = site.house;
  const id = ids.next<'consent'>();
  const given = { purpose: 'flatmate_sending', textVersion: 'flatmate_sending.2026-11', givenAt: clock.now() };
  await db
    .insertInto('consent')
    .values({ id, accountId, personId, ...given })
    .execute();
  return id;
};

/** An alert that this file of hers is also in somebody else's dossier: Sacha's is given the same keyed hashes. */
const alertOf = async (fileId: Id<'file'>): Promise<string> => {
  const { ids, clock, db } = site.house;
  const files = db.selectFrom('file').innerJoin('piece', 'piece.id', 'file.pieceId').select(['file.id', 'file.pieceId']);
  const hers = await files.where('file.id', '=', fileId).executeTakeFirstOrThrow();
  const other = await files.where('piece.personId', '!=', camille.personId).executeTakeFirstOrThrow();
  const prints = await db.selectFrom('fingerprint').selectAll().where('fileId', '=', hers.id).execute();
  await db.deleteFrom('fingerprint').where('fileId', '=', other.id).execute();
  await db
    .insertInto('fingerprint')
    .values(prints.map((print) => ({ ...print, fileId: other.id })))
    .execute();
  const id = ids.next<'duplicateAlert'>();
  const pair = { pieceId: hers.pieceId, otherPieceId: other.pieceId };
  await db
    .insertInto('duplicateAlert')
    .values({ id, ...pair, madeAt: clock.now() })
    .execute();
  return id;
};

const guardOf = ({ path }: KnownRoute): Guard | undefined => GUARDS.find(([pattern]) => pattern.test(path))?.[1];

/** Pages about several people are asked of Louise's dossier, all others of Camille's. */
const ofHousehold = ({ path }: KnownRoute) => /\/(composition|aidants)(\/|$)|:(guarantor|helper|invitation)\b/.test(path);

/** Pages that only fraud referents have, the other agents not. */
const ofReferents = ({ path }: KnownRoute) => path.startsWith('/console/fraude');

const addressOf = (route: KnownRoute): string => {
  const known = ofHousehold(route) ? householdValues : values;
  return route.path
    .replace('/ressources/:piece', '/ressources/:income')
    .replace('/composition/:person', '/composition/:spouse')
    .replaceAll(/:(\w+)/g, (_, name: string) => {
      const value = known[name];
      if (!value) throw new Error(`${route.path}: this test knows no ${name}; give it one of Camille's or Louise's`);
      return value;
    });
};

const routesOf = (guard: Guard, method: 'GET' | 'POST') =>
  site.routes.filter((route) => guardOf(route) === guard && (route.method === 'GET') === (method === 'GET'));

/** Asks without wearing out what a network may ask in a minute. */
const ask = (browser: Browser, route: KnownRoute, fields: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  site.house.pass(2000);
  const address = addressOf(route);
  if (route.method === 'GET') return browser.get(address);
  return route.multipart ? browser.postMultipart(address, fields) : browser.post(address, fields);
};

/** What came back in one line, to be compared: a status, or where one is sent. */
const said = ({ status, location }: Answer) => (status === 303 ? `to ${location?.split('?')[0] ?? ''}` : String(status));

const tellsNothing = (answer: Answer, of: string) => {
  for (const secret of SECRETS) expect(answer.body, of).not.toContain(secret);
  expect(['text/html', 'application/problem+json', ''], of).toContain(answer.type);
};

describe('every address', () => {
  test('has a guard', () => {
    expect(site.routes.length).toBeGreaterThan(60);
    expect(site.routes.filter((route) => !guardOf(route)).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('is one that its owner can use: what is refused below is there', async () => {
    const fromOwner: string[] = [];
    for (const [browser, guard] of [
      [owner, 'member'],
      [agent, 'agent'],
      [landlord, 'link'],
    ] as const)
      for (const route of routesOf(guard, 'GET')) {
        if (NOT_HERS.has(route.path)) continue;
        const answer = await ask(
          guard === 'member' && ofHousehold(route) ? lead : ofReferents(route) ? referent : browser,
          route,
        );
        if (![200, 303].includes(answer.status)) fromOwner.push(`${route.path}: ${said(answer)}`);
      }
    expect(fromOwner).toEqual([]);
  });

  test('that changes something refuses a form without its token, even from the one who may', async () => {
    const taken: string[] = [];
    for (const guard of ['member', 'agent', 'link', 'mail', 'public'] as const)
      for (const route of routesOf(guard, 'POST')) {
        if (route.open) continue;
        const browser = guard === 'agent' ? agent : guard === 'link' ? landlord : owner;
        const answer = await ask(browser, route, { _csrf: '' });
        if (answer.status !== 403) taken.push(`${route.path}: ${said(answer)}`);
      }
    expect(taken).toEqual([]);
  });

  test('that is open to programs without a token is named here', () => {
    expect(site.routes.filter(({ open }) => open).map(({ path }) => path)).toEqual(['/ne-plus-recevoir/:jeton']);
  });
});

describe.each(STRANGERS)('to %s', (who) => {
  const signedIn = who === 'another tenant' || who === 'an agent without this case';

  test('no page of a dossier or an account tells anything', async () => {
    for (const route of routesOf('member', 'GET')) {
      const answer = await ask(strangers[who], route);
      tellsNothing(answer, `${who}: ${route.path}`);
      if (!signedIn) expect(said(answer), route.path).toBe('to /connexion');
      else if (route.path.includes(':')) expect(said(answer), route.path).toBe('404');
    }
  });

  test('no page of the console tells anything', async () => {
    for (const route of routesOf('agent', 'GET')) {
      const answer = await ask(strangers[who], route);
      tellsNothing(answer, `${who}: ${route.path}`);
      if (who !== 'an agent without this case') expect(said(answer), route.path).toBe('to /console/connexion');
      else if (route.path.includes(':')) expect(said(answer), route.path).toBe('404');
    }
  });

  test('a link shows its door and nothing behind it', async () => {
    for (const route of routesOf('link', 'GET')) {
      const answer = await ask(strangers[who], route);
      tellsNothing(answer, `${who}: ${route.path}`);
      expect(answer.body, route.path).toContain(`/consulter/${values['token'] ?? ''}/adresse`);
    }
  });

  test('a made-up secret of a mail opens nothing', async () => {
    for (const route of routesOf('mail', 'GET')) {
      const answer = await ask(strangers[who], route);
      tellsNothing(answer, `${who}: ${route.path}`);
      expect(['404', '410', 'to /connexion', 'to /console/connexion'], `${route.path}: ${said(answer)}`).toContain(said(answer));
    }
  });

  test('no form changes anything of somebody else, token and all', async () => {
    const dossiers = [camille.dossierId, householdValues['dossier'] as Id<'dossier'>];
    const state = () =>
      Promise.all([
        site.house.db.selectFrom('piece').selectAll().where('personId', '=', camille.personId).orderBy('id').execute(),
        site.house.db.selectFrom('person').selectAll().where('dossierId', 'in', dossiers).orderBy('id').execute(),
        site.house.db.selectFrom('dossier').selectAll().where('id', 'in', dossiers).orderBy('id').execute(),
        site.house.db.selectFrom('access').selectAll().orderBy('personId').orderBy('accountId').execute(),
        site.house.db.selectFrom('invitation').selectAll().orderBy('id').execute(),
        site.house.db.selectFrom('consent').selectAll().orderBy('id').execute(),
        site.house.db.selectFrom('link').selectAll().where('dossierId', '=', camille.dossierId).execute(),
        site.house.db.selectFrom('reviewCase').selectAll().execute(),
        site.house.db.selectFrom('decision').selectAll().execute(),
        site.house.db.selectFrom('duplicateAlert').selectAll().execute(),
      ]);
    const browser = strangers[who];
    // A page with a form, for its token.
    await browser.get('/verifier');
    const before = await state();
    for (const route of [...routesOf('member', 'POST'), ...routesOf('agent', 'POST')]) {
      if (signedIn && !route.path.includes(':')) continue;
      const answer = await ask(browser, route);
      tellsNothing(answer, `${who}: ${route.path}`);
      expect(['404', 'to /connexion', 'to /console/connexion'], `${route.path}: ${said(answer)}`).toContain(said(answer));
    }
    expect(await state()).toEqual(before);
  });
});
