import { addMonths, monthOf, parisDate, type CivilMonth } from '#kernel/civil-date.ts';
import { payslipWindow, rentWindow } from '#domain/dates/windows.ts';
import { idCard, payslip, rentReceipt, workContract } from '#specimens/papers.ts';
import type { SpecimenPerson } from '#specimens/people.ts';
import { expect } from 'vitest';
import { PASSWORD } from './applicant.ts';
import { open, pathOf, press, type Visitor } from './browser.ts';
import type { Inspector } from './inspector.ts';
import { inMail } from './mails.ts';
import type { Program } from './program.ts';

/** What a walk needs beside its people. */
export interface Scene {
  readonly program: Program;
  readonly inspector: Inspector;
}

/** A document as a person picks it on their device. */
export interface Picked {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const PREPARED_WITHIN_MS = 180_000;

/** A made-up paper, as a file to pick. */
export const picked = ({ name, bytes }: { name: string; bytes: Uint8Array }): Picked => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(bytes),
});

/** Receipts of three months in a row. @param shift months before those that are asked: stale ones, to be refused */
export async function receipts(who: SpecimenPerson, shift = 0): Promise<Picked[]> {
  const months = rentWindow(parisDate(new Date())).asked.map((month): CivilMonth => addMonths(month, -shift));
  return Promise.all(months.map(async (month) => picked(await rentReceipt(who, month))));
}

/** Opens an account as anybody does: a form, a mail, a button. Mistakes first. */
export async function signUp({ program, inspector }: Scene, visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor;
  await open(page, '/');
  await inspector.look(visitor, 'home');
  await page.locator('main a[href="/inscription"]').first().click();
  await inspector.look(visitor, 'sign-up');
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', 'court');
  expect(await press(page)).toBe(422);
  expect(await page.inputValue('input[name="email"]'), 'what was typed is kept').toBe(email);
  await inspector.look(visitor, 'sign-up with errors');
  await page.fill('input[name="password"]', PASSWORD);
  await page.check('input[name="terms"]');
  expect(await press(page)).toBe(200);
  await inspector.look(visitor, 'sign-up sent');
  await open(page, await inMail(program, email, /(\/inscription\/confirmer\/[\w-]{43})/));
  await inspector.look(visitor, 'confirm');
  expect(await press(page)).toBe(200);
  expect(pathOf(page)).toMatch(/^\/dossiers\//);
  await inspector.look(visitor, 'empty dossier');
}

/** Gives an address and a password on the sign-up page that is shown, and confirms the address. No mistakes, no inspection. */
export async function openAccount({ program }: Scene, { page }: Visitor, email: string): Promise<void> {
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', PASSWORD);
  await page.check('input[name="terms"]');
  expect(await press(page)).toBe(200);
  await open(page, await inMail(program, email, /(\/inscription\/confirmer\/[\w-]{43})/));
  expect(await press(page)).toBe(200);
}

/** Follows the step of the dossier whose address ends with a word. */
async function toStep(visitor: Visitor, dossier: string, slug: string): Promise<void> {
  await open(visitor.page, dossier);
  await visitor.page.locator(`.df-piece-list a[href$="/${slug}"]`).first().click();
}

/** Chooses a situation; families of many are folded. */
export async function choose({ page }: Visitor, situation: string): Promise<void> {
  const choice = page.locator(`input[name="situation"][value="${situation}"]`);
  const family = page.locator('details', { has: choice });
  if ((await family.count()) > 0 && (await family.getAttribute('open')) === null) await family.locator('summary').click();
  await choice.check();
}

/** Sends documents for the piece on screen and waits until each has been opened and shows its picture. */
export async function give({ page, manner }: Visitor, documents: readonly Picked[], already = 0): Promise<void> {
  await page.setInputFiles('#envoi input[name="documents"]', [...documents]);
  if (!manner.scripts) expect(await press(page, '#envoi button.fr-btn')).toBe(200);
  const previews = page.locator('img.df-file__preview');
  await previews.nth(already + documents.length - 1).waitFor({ timeout: PREPARED_WITHIN_MS });
  const response = await page.context().request.get((await previews.first().getAttribute('src')) ?? '');
  expect(response.headers()['content-type']).toBe('image/jpeg');
}

/** Answers every step of a dossier of somebody with a salary, papers of the right months but for stale receipts. */
export async function fillEverything({ inspector }: Scene, visitor: Visitor, who: SpecimenPerson): Promise<string> {
  const { page, manner } = visitor;
  const dossier = pathOf(page);
  await toStep(visitor, dossier, 'etat-civil');
  await inspector.look(visitor, 'names');
  await page.fill('input[name="birthName"]', who.lastName);
  await page.fill('input[name="postcode"]', 'abc');
  expect(await press(page)).toBe(422);
  expect(await page.inputValue('input[name="birthName"]')).toBe(who.lastName);
  await inspector.look(visitor, 'names with errors');
  await page.fill('input[name="firstNames"]', who.firstNames);
  await page.fill('input[name="postcode"]', '');
  expect(await press(page)).toBe(200);

  await toStep(visitor, dossier, 'identite');
  await inspector.look(visitor, 'situation');
  expect(await press(page)).toBe(422);
  await inspector.look(visitor, 'situation with errors');
  await choose(visitor, 'identity.id_card');
  expect(await press(page)).toBe(200);
  await inspector.look(visitor, 'piece without document');
  if (!manner.scripts) {
    await page.setInputFiles('#envoi input[name="documents"]', [
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('bonjour') },
    ]);
    expect(await press(page, '#envoi button.fr-btn')).toBe(422);
    await inspector.look(visitor, 'piece with a refused document');
  }
  await give(visitor, [picked(await idCard(who))]);
  await inspector.look(visitor, 'piece with a document');

  await toStep(visitor, dossier, 'hebergement');
  await choose(visitor, 'home.tenant.receipts');
  expect(await press(page)).toBe(200);
  await give(visitor, await receipts(who, 8));
  await inspector.look(visitor, 'piece with several documents');

  await toStep(visitor, dossier, 'activite');
  await choose(visitor, 'activity.permanent');
  expect(await press(page)).toBe(200);
  await give(visitor, [picked(await workContract(who))]);

  await toStep(visitor, dossier, 'ressources');
  await inspector.look(visitor, 'no income yet');
  await page.locator('main a[href$="/ressources/nouveau"]').click();
  await inspector.look(visitor, 'new income');
  await choose(visitor, 'income.salary.over_3_months');
  expect(await press(page)).toBe(422);
  await page.fill('input[name="amount"]', '1 912,40 €');
  expect(await press(page)).toBe(200);
  const months = payslipWindow(parisDate(new Date())).asked;
  expect(months.at(-1)! < monthOf(parisDate(new Date()))).toBe(true);
  await give(visitor, await Promise.all(months.map(async (month) => picked(await payslip(who, month)))));
  await open(page, dossier);

  await toStep(visitor, dossier, 'impots');
  await choose(visitor, 'skip');
  expect(await press(page)).toBe(200);
  await open(page, dossier);
  await inspector.look(visitor, 'dossier half-way');
  await toStep(visitor, dossier, 'garants');
  await inspector.look(visitor, 'guarantors');
  expect(await press(page)).toBe(422);
  await page.check('input[name="answer"][value="none"]');
  expect(await press(page)).toBe(200);
  await open(page, dossier);
  await inspector.look(visitor, 'dossier complete');
  return dossier;
}

/** Waits until the stale receipts have been read, is asked to mend or to explain them, and explains. */
async function explainReceipts({ inspector }: Scene, visitor: Visitor, dossier: string): Promise<void> {
  const { page } = visitor;
  const asked = page.locator('form[action$="/expliquer"]');
  await expect
    .poll(
      async () => {
        await toStep(visitor, dossier, 'hebergement');
        await page.waitForLoadState('load');
        return asked.count();
      },
      { timeout: PREPARED_WITHIN_MS, interval: 1000 },
    )
    .toBe(1);
  await open(page, `${dossier}/envoyer`);
  await inspector.look(visitor, 'send with a difference');
  await page.locator('main a[href$="#verifications"]').first().click();
  expect(await press(page, 'form[action$="/expliquer"] button')).toBe(422);
  await inspector.look(visitor, 'explanation with errors');
  await page.fill('textarea[name="explanation"]', 'Mon bailleur tarde à donner les dernières quittances.');
  expect(await press(page, 'form[action$="/expliquer"] button')).toBe(200);
}

/** Explains what was found, swears and sends. */
export async function submit(scene: Scene, visitor: Visitor, dossier: string, message: string): Promise<void> {
  const { inspector } = scene;
  const { page } = visitor;
  await explainReceipts(scene, visitor, dossier);
  await open(page, `${dossier}/envoyer`);
  // Where more differs than the receipts, each piece is explained in turn.
  for (
    const more = page.locator('main a[href$="#verifications"]');
    (await more.count()) > 0;
    await open(page, `${dossier}/envoyer`)
  ) {
    await more.first().click();
    await page.locator('textarea[name="explanation"]').first().fill('Le document est bien le mien.');
    expect(await press(page, 'form[action$="/expliquer"] button >> nth=0')).toBe(200);
  }
  await inspector.look(visitor, 'send');
  await page.fill('textarea[name="message"]', message);
  expect(await press(page)).toBe(422);
  expect(await page.inputValue('textarea[name="message"]')).toBe(message);
  await inspector.look(visitor, 'send with errors');
  await page.check('input[name="sworn"]');
  expect(await press(page)).toBe(200);
  expect(pathOf(page)).toBe(`${dossier}/envoye`);
  await inspector.look(visitor, 'sent');
}
