import { parisDate } from '#kernel/civil-date.ts';
import { payslipWindow } from '#domain/dates/windows.ts';
import type { Locale } from '#i18n/locales.ts';
import { idCard, payslip, workContract } from '#specimens/papers.ts';
import type { SpecimenPerson } from '#specimens/people.ts';
import { startSheet } from '#specimens/sheet.ts';
import { expect } from 'vitest';
import { open, pathOf, press, type Visitor } from './browser.ts';
import { inMail } from './mails.ts';
import { choose, openAccount, picked, type Picked, type Scene } from './tenant.ts';

const INVITATION = /(\/invitation\/[\w-]{43})/;
const BOTH: readonly ('fr' | 'ar')[] = ['fr', 'ar'];

/** Looks at the screen in French and from right to left, then comes back to it in the visitor's language. Only for addresses that answer to reading. */
export async function lookInBoth({ inspector }: Scene, visitor: Visitor, as: string): Promise<void> {
  const { page, manner } = visitor;
  const { pathname, searchParams } = new URL(page.url());
  const inLanguage = (locale: Locale) => {
    const query = new URLSearchParams(searchParams);
    query.set('lang', locale);
    return open(page, `${pathname}?${query.toString()}`);
  };
  for (const locale of BOTH) {
    await inLanguage(locale);
    await inspector.look({ ...visitor, manner: { ...manner, locale } }, `${as}, ${locale}`);
  }
  await inLanguage(manner.locale);
}

/** Opens an account and the empty dossier that comes with it. @returns its address */
export async function begin(scene: Scene, visitor: Visitor, email: string): Promise<string> {
  await open(visitor.page, '/inscription');
  await openAccount(scene, visitor, email);
  expect(pathOf(visitor.page)).toMatch(/^\/dossiers\//);
  return pathOf(visitor.page);
}

/**
 * Follows the invitation of a mail, opens an account on the way and says yes.
 * @param as what to call the screens in a report
 * @returns the address of the dossier
 */
export async function acceptInvitation(scene: Scene, visitor: Visitor, email: string, as: string): Promise<string> {
  const { page } = visitor;
  const invitation = await inMail(scene.program, email, INVITATION);
  await open(page, invitation);
  await lookInBoth(scene, visitor, `invitation of ${as}`);
  expect(await press(page, 'main button[value="inscription"]')).toBe(200);
  await openAccount(scene, visitor, email);
  expect(pathOf(page), 'the invitation waits for its address').toBe(invitation);
  await lookInBoth(scene, visitor, `invitation of ${as}, signed in`);
  expect(await press(page, 'main form[action$="/accepter"] button')).toBe(200);
  expect(pathOf(page)).toMatch(/^\/dossiers\//);
  return pathOf(page);
}

/** Opens the newest invitation of somebody, without an account. */
export async function openInvitation({ program }: Scene, { page }: Visitor, email: string): Promise<void> {
  await open(page, await inMail(program, email, INVITATION));
}

/** Addresses of the parts that the visitor fills in a dossier, in the order of the screen. */
export async function partsOf({ page }: Visitor, dossier: string): Promise<readonly string[]> {
  await open(page, dossier);
  const hrefs = await page
    .locator('.df-piece-list a[href$="/etat-civil"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => href.replace(/\/etat-civil$/, ''));
}

/** What somebody answers beside the situation itself. */
export interface Answered {
  readonly amount?: string;
  readonly text?: string;
  /** Ticks the statement that stands in place of a paper. */
  readonly stated?: boolean;
  readonly documents?: readonly Picked[];
}

/** Answers one question and sends its documents, without waiting until they were read. */
export async function answer(visitor: Visitor, at: string, situation: string, given: Answered = {}): Promise<void> {
  const { page } = visitor;
  await open(page, at);
  await choose(visitor, situation);
  if (given.amount !== undefined) await page.fill('input[name="amount"]', given.amount);
  if (given.text !== undefined) await page.fill('textarea[name="text"]', given.text);
  if (given.stated) await page.check('input[name="stated"]');
  expect(await press(page), situation).toBe(200);
  if (!given.documents) return;
  await page.setInputFiles('#envoi input[name="documents"]', [...given.documents]);
  expect(await press(page, '#envoi button.fr-btn'), situation).toBe(200);
}

/** Gives the names of a part. */
export async function name({ page }: Visitor, part: string, who: SpecimenPerson): Promise<void> {
  await open(page, `${part}/etat-civil`);
  await page.fill('input[name="firstNames"]', who.firstNames);
  await page.fill('input[name="birthName"]', who.lastName);
  expect(await press(page)).toBe(200);
}

/** Names and identity card of a part. */
export async function identify(visitor: Visitor, part: string, who: SpecimenPerson): Promise<void> {
  await name(visitor, part, who);
  await answer(visitor, `${part}/identite`, 'identity.id_card', { documents: [picked(await idCard(who))] });
}

/** A job with its contract and payslips, the tax notice left for later: the same papers for whoever is paid in France. */
export async function earn(visitor: Visitor, part: string, who: SpecimenPerson, amount: string): Promise<void> {
  const months = payslipWindow(parisDate(new Date())).asked;
  await answer(visitor, `${part}/activite`, 'activity.permanent', { documents: [picked(await workContract(who))] });
  await answer(visitor, `${part}/ressources/nouveau`, 'income.salary.over_3_months', {
    amount,
    documents: await Promise.all(months.map(async (month) => picked(await payslip(who, month)))),
  });
  await answer(visitor, `${part}/impots`, 'skip');
}

/** Says that nobody guarantees. */
export async function withoutGuarantor(visitor: Visitor, part: string): Promise<void> {
  const { page } = visitor;
  await open(page, `${part}/garants`);
  await page.check('input[name="answer"][value="none"]');
  expect(await press(page)).toBe(200);
}

/** Opens the page that sends. Where reading found that a paper differs, says why first: papers of other countries always do. */
export async function openSend({ page }: Visitor, dossier: string): Promise<void> {
  await open(page, `${dossier}/envoyer`);
  while ((await page.locator('input[name="sworn"]').count()) === 0) {
    await page.locator('main .fr-alert--warning a').first().click();
    await page.fill('textarea[name="explanation"]', 'Ce document vient d’un autre pays.');
    expect(await press(page, 'main form[action$="/expliquer"] button')).toBe(200);
    await open(page, `${dossier}/envoyer`);
  }
}

/**
 * Swears and signs the parts that the visitor answers for. A paper may be read while the page is open: then it is explained, and signed again.
 * @param boxes what else is ticked
 */
export async function sign(visitor: Visitor, dossier: string, boxes: readonly ('others' | 'sending')[] = []): Promise<void> {
  const { page } = visitor;
  do {
    await openSend(visitor, dossier);
    for (const box of boxes) await page.check(`input[name="${box}"]`);
    await page.check('input[name="sworn"]');
  } while ((await press(page)) === 422 && (await page.locator('input[name="sworn"]').count()) === 0);
  expect(pathOf(page)).toBe(`${dossier}/envoye`);
}

/** A paper of another country, in its own language. */
export async function foreignPaper(file: string, lines: readonly string[]): Promise<Picked> {
  const sheet = startSheet({ producer: 'Kraina 1', creator: 'Kraina', createdAt: new Date() });
  lines.forEach((words, index) => sheet.text(40, 60 + index * 18, words));
  return picked({ name: file, bytes: await sheet.save() });
}
