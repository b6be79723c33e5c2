/** The main job of the service, told twice: on a phone without script in French, and on a wide screen with scripts in Arabic. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWordKey, translator } from '#i18n/translate.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { decideNextCase, enterConsole } from './kit/agent.ts';
import { newVisitor, open, openBrowser, pathOf, press, type Manner, type Visitor } from './kit/browser.ts';
import { ROOT } from './kit/build-once.ts';
import { newInspector, type Inspector } from './kit/inspector.ts';
import { download, lookAtPiece, openByCode, verify } from './kit/landlord.ts';
import { inMail } from './kit/mails.ts';
import { forget, startProgram, type Program } from './kit/program.ts';
import { fillEverything, give, receipts, signUp, submit, type Scene } from './kit/tenant.ts';

/** Where people give their opinion, in this walk. */
const JDMA = {
  JDMA_TENANT_PRODUCT: '2871',
  JDMA_TENANT_BUTTON: '3452',
  JDMA_LANDLORD_PRODUCT: '2872',
  JDMA_LANDLORD_BUTTON: '3453',
};
/** Pages that anybody may read, and that no story passes by. */
const PUBLIC_PAGES = ['/droits', '/verifier', '/stats', '/stats/methode', '/stats/data'];

/** What scripts of a tenant's page may weigh together, compressed (settled with the look). */
const SCRIPTS_AT_MOST = 15 * 1024;

let program: Program;
let browser: Browser;
let agent: Visitor;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ seeded: true, environment: JDMA }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await forget(program.dataDirectory);
});

const french = translator('fr');
const categoryName = (category: string) => {
  const key = `category.${category}.title`;
  return isWordKey(key) ? french(key) : category;
};

const STORIES: readonly {
  as: string;
  manner: Manner;
  tenant: string;
  landlord: string;
  who: (typeof SPECIMEN_PEOPLE)[number];
}[] = [
  {
    as: 'without script, 360 px, in French',
    manner: { width: 360, locale: 'fr', scripts: false },
    tenant: 'eloise@walks.test',
    landlord: 'agence-du-port@walks.test',
    who: SPECIMEN_PEOPLE[3],
  },
  {
    as: 'with scripts, 1280 px, in Arabic',
    manner: { width: 1280, locale: 'ar', scripts: true },
    tenant: 'lukasz@walks.test',
    landlord: 'madame-gare@walks.test',
    who: SPECIMEN_PEOPLE[6],
  },
];

describe.each(STORIES)('from sign-up to revocation, $as', ({ manner, tenant, landlord, who }) => {
  const words = translator(manner.locale);
  let inspector: Inspector;
  let scene: Scene;
  let ada: Visitor;
  let grace: Visitor;
  let dossier = '';
  let link = '';
  let piece = '';
  let copy: Buffer;

  beforeAll(async () => {
    inspector = await newInspector(browser);
    scene = { program, inspector };
    [ada, grace] = [await newVisitor(browser, program, manner), await newVisitor(browser, program, manner)];
  });

  afterAll(async () => {
    for (const one of [inspector, ada, grace]) await one.leave();
  });

  const asksOpinion = ({ page }: Visitor) => page.locator('a[href^="https://jedonnemonavis.numerique.gouv.fr/"]').count();

  test('anybody reads what is public, and is not asked for an opinion before anything was done', async () => {
    for (const address of PUBLIC_PAGES) {
      await open(grace.page, address);
      await inspector.look(grace, address);
    }
    await open(grace.page, '/');
    expect(await asksOpinion(grace)).toBe(0);
  });

  test('a person opens an account and confirms the address', () => signUp(scene, ada, tenant));

  test('the tenant answers every step and sends every document', async () => {
    dossier = await fillEverything(scene, ada, who);
  });

  test('the tenant sends the dossier, and may say what they think of the service', async () => {
    await submit(scene, ada, dossier, 'Bonjour, je cherche un deux-pièces.');
    expect(await asksOpinion(ada)).toBe(1);
    await open(ada.page, dossier);
    expect(await asksOpinion(ada)).toBe(0);
  });

  test('an agent looks at every page, accepts all but one piece, and says why', async () => {
    agent ??= await newVisitor(browser, program, { width: 1280, locale: 'fr', scripts: manner.scripts });
    if (pathOf(agent.page) === 'blank') await enterConsole(scene, agent);
    expect(await decideNextCase(scene, agent, { home: 'unreadable' }, categoryName)).toBe(4);
  });

  test('the tenant reads the reason, in their language, and corrects', async () => {
    const { page } = ada;
    await inMail(program, tenant, new RegExp(`(${words('mails.dossier.to_correct.subject')})`));
    await open(page, dossier);
    await inspector.look(ada, 'dossier to correct');
    await page.locator('.df-piece-list a[href$="/hebergement"]').click();
    expect(await page.locator('main').innerText()).toContain(words('dossier.refused_title'));
    await inspector.look(ada, 'refused piece');
    await page.locator('.df-file__acts form[action$="/supprimer"] button').first().click();
    await page.waitForLoadState('load');
    await give(ada, (await receipts(who)).slice(-1), 2);
    await open(page, `${dossier}/envoyer`);
    await page.check('input[name="sworn"]');
    expect(await press(page)).toBe(200);
  });

  test('the agent sees the correction only, accepts it, and the dossier is verified', async () => {
    expect(await decideNextCase(scene, agent, {}, categoryName)).toBe(1);
    await inMail(program, tenant, new RegExp(`(${words('mails.dossier.verified.subject')})`));
    await open(ada.page, dossier);
    await inspector.look(ada, 'verified dossier');
    expect(await asksOpinion(ada)).toBe(1);
  });

  test('the tenant makes a link', async () => {
    const { page } = ada;
    await open(page, `${dossier}/liens`);
    await inspector.look(ada, 'no link yet');
    await open(page, `${dossier}/liens/nouveau`);
    await inspector.look(ada, 'new link');
    expect(await press(page)).toBe(422);
    await inspector.look(ada, 'new link with errors');
    await page.fill('input[name="title"]', 'Agence de la Gare');
    expect(await press(page)).toBe(200);
    link = new URL(await page.locator('.df-copy input').first().inputValue()).pathname;
    await inspector.look(ada, 'links');
  });

  test('the landlord opens it by code and sees a verified dossier, the name as it was typed', async () => {
    await openByCode(scene, grace, link, landlord);
    await inspector.look(grace, 'dossier of a link');
    expect(await grace.page.locator('.df-verdict--verified').count()).toBe(1);
    expect(await asksOpinion(grace)).toBe(1);
    expect(await grace.page.locator('h1').innerText()).toContain(who.lastName);
    piece = await lookAtPiece(scene, grace);
  });

  test('the landlord downloads the whole dossier as one signed PDF', async () => {
    copy = await download(grace, link);
    expect(copy.subarray(0, 5).toString()).toBe('%PDF-');
    expect(copy.includes('/ByteRange')).toBe(true);
    const file = path.join(program.dataDirectory, 'copie.pdf');
    writeFileSync(file, copy);
    const checked = spawnSync('pdfsig', [file], { encoding: 'utf8' });
    if (!checked.error) expect(checked.stdout).toContain('Signature is Valid');
  });

  test('anybody sees that the copy is genuine, and that a changed one is not', async () => {
    expect(await verify(scene, grace, copy, 'genuine')).toBe(words('verify.genuine'));
    const changed = Buffer.from(copy);
    const middle = Math.floor(changed.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    expect(await verify(scene, grace, changed, 'altered')).toBe(words('verify.altered'));
  });

  test('the tenant sees who looked, and cuts the link', async () => {
    const { page } = ada;
    await open(page, `${dossier}/visites`);
    expect(await page.locator('main table').first().innerText()).toContain(landlord);
    await inspector.look(ada, 'visits');
    await open(page, `${dossier}/liens`);
    await page.locator('main a[href$="/couper"]').first().click();
    await inspector.look(ada, 'cut a link');
    expect(await press(page, 'main form button.fr-btn--danger')).toBe(200);
  });

  test('page, piece and PDF are gone at once, and the copy says that it was revoked', async () => {
    for (const address of [link, piece, `${piece}/pages/0`, `${link}/dossier.pdf`]) await open(grace.page, address, 410);
    await inspector.look(grace, 'cut link');
    expect(await verify(scene, grace, copy, 'revoked')).toBe(words('verify.revoked'));
  });

  test('nothing was asked of another host, and no cookie was set that would need consent', async () => {
    for (const visitor of [ada, grace, agent]) {
      expect(visitor.elsewhere).toEqual([]);
      expect(await visitor.unknownCookies()).toEqual([]);
    }
    expect(inspector.count()).toBeGreaterThan(40);
  });

  test('the log tells of no failure, and of no name, address or token of anybody', () => {
    expect(program.failures()).toEqual([]);
    for (const secret of [tenant, landlord, who.lastName, link.slice('/consulter/'.length)])
      expect(program.said()).not.toContain(secret);
  });
});

test('the scripts of all pages together weigh less than 15 kB', async () => {
  const folder = path.join(ROOT, 'dist/assets');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(path.join(folder, name))).length));
  expect(scripts.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPTS_AT_MOST);
});
