import { beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { prepareCodes } from '#features/accounts/agent-codes.ts';
import { createAgent } from '#features/accounts/create-agent.ts';
import { devMailer } from '#store/dev-mail.mailer.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import { devRoutes } from './dev.routes.tsx';

let house: TestHouse;
let browser: Browser;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  browser = new Browser(testServer(house, [(app) => devRoutes(app, house, { password: 'made-up-Password-1' })]));
});

test('the made-up people are listed, with the present code of an agent', async () => {
  await confirmedAccount(house, 'ada@example.org');
  const created = await createAgent(house, { email: 'grace@example.org' as Email, role: 'reviewer', by: null });
  if (!created.ok) throw new Error('no agent');
  const codes = await prepareCodes(house, { accountId: created.value.accountId });
  const page = await browser.get('/dev');
  expect(page.body).toContain('ada@example.org');
  expect(page.body).toContain('made-up-Password-1');
  expect(page.body).toContain(house.totp.currentCode(codes.ok ? codes.value.secret : '', house.clock.now()));
});

test('mails are read latest first, for one address when asked, and their link is followed', async () => {
  const mailer = devMailer(house);
  await confirmedAccount(house, 'ada@example.org');
  house.pass(1000);
  await confirmedAccount(house, 'eve@example.org');
  for (const mail of [...house.sent, ...(await newMails(house))]) {
    await mailer.send(mail);
    house.pass(1000);
  }
  const all = (await browser.get('/dev/courriels')).body;
  expect(all.indexOf('eve@example.org')).toBeLessThan(all.indexOf('ada@example.org'));
  const hers = (await browser.get('/dev/courriels?destinataire=ADA%40example.org')).body;
  expect(hers).not.toContain('eve@example.org');
  const path = /href="(\/dev\/courriels\/[0-9a-f-]+)"/.exec(hers)?.[1] ?? '';
  const mail = (await browser.get(path)).body;
  expect(mail).toMatch(/href="\/inscription\/confirmer\/[A-Za-z0-9_-]{43}"/);
});

test('a mail that is gone is not found', async () => {
  expect((await browser.get('/dev/courriels/not-an-id')).status).toBe(404);
  expect((await browser.get('/dev/courriels/019a0000-0000-7000-8000-000000000000')).status).toBe(404);
});

test('nothing of this can be registered in production', () => {
  const production = { ...house, settings: { ...house.settings, production: true } };
  expect(() => devRoutes({} as never, production, { password: null })).toThrow('production');
});

test('a link in a mail cannot lead to another site', async () => {
  await devMailer(house).send({
    to: 'ada@example.org',
    subject: '<script>',
    html: '',
    text: 'http://localhost:3000.evil.example/x http://evil.example/ <b>',
    messageId: '<1@localhost>',
  });
  const list = (await browser.get('/dev/courriels')).body;
  expect(list).toContain('&lt;script>');
  const mail = await browser.get(/href="(\/dev\/courriels\/[0-9a-f-]+)"/.exec(list)?.[1] ?? '');
  expect(mail.body).not.toMatch(/href="[^"]*evil/);
  expect(mail.body).toContain('&lt;b>');
  await expect(tokenInMail(house, '/connexion/lien/')).rejects.toThrow('no mail');
});
