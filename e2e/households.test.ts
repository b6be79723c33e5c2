/** Five households from sign-up to sending, on a phone without script: what each looks like to the people in it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shiftDays, parisDate } from '#kernel/civil-date.ts';
import { translator } from '#i18n/translate.ts';
import { idCard, studentCertificate, visaleCertificate } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { newVisitor, open, openBrowser, pathOf, press, type Visitor } from './kit/browser.ts';
import {
  acceptInvitation,
  answer,
  begin,
  earn,
  foreignPaper,
  identify,
  lookInBoth,
  openInvitation,
  openSend,
  partsOf,
  sign,
  withoutGuarantor,
} from './kit/household.ts';
import { newInspector } from './kit/inspector.ts';
import { inMail } from './kit/mails.ts';
import { forget, startProgram, type Program } from './kit/program.ts';
import { picked, type Scene } from './kit/tenant.ts';

const [camille, sacha, ilyas, eloise, mohamed, minh, lukasz] = SPECIMEN_PEOPLE;
const french = translator('fr');
const arabic = translator('ar');

let program: Program;
let browser: Browser;
let scene: Scene;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  scene = { program, inspector: await newInspector(browser) };
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await forget(program.dataDirectory);
});

/** Somebody on a phone of 360 px where no script runs. */
const onPhone = async (locale: 'fr' | 'ar' = 'fr') => {
  const visitor = await newVisitor(browser, program, { width: 360, locale, scripts: false });
  visitors.push(visitor);
  return visitor;
};

/** The part of somebody who answers for nobody else. */
const ownPart = async (visitor: Visitor, dossier: string) => (await partsOf(visitor, dossier))[0] ?? expect.fail('no part');

const textOf = ({ page }: Visitor) => page.locator('main').innerText();

describe('a student with a guarantor abroad', () => {
  let student: Visitor;
  let guarantor: Visitor;
  let dossier = '';
  let part = '';
  let guarantorPart = '';

  test('the student fills a part of few papers', async () => {
    student = await onPhone();
    dossier = await begin(scene, student, 'sacha@households.test');
    await lookInBoth(scene, student, 'empty dossier');
    part = await ownPart(student, dossier);
    await identify(student, part, sacha);
    await answer(student, `${part}/hebergement`, 'home.other', { text: 'Je loge chez une amie de la faculté.' });
    await answer(student, `${part}/activite`, 'activity.student', {
      documents: [picked(await studentCertificate(sacha, '2026-2027'))],
    });
    await answer(student, `${part}/ressources/nouveau`, 'income.none', { stated: true });
    await answer(student, `${part}/impots`, 'tax.parents', { stated: true });
  });

  test('and invites a guarantor, who will fill the rest alone', async () => {
    const { page } = student;
    await open(page, `${part}/garants`);
    await lookInBoth(scene, student, 'who guarantees');
    await page.check('input[name="answer"][value="natural"]');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, student, 'who fills the guarantor’s part');
    await page.check('input[name="who"][value="invite"]');
    await page.fill('input[name="email"]', 'lukasz à la maison');
    expect(await press(page)).toBe(422);
    expect(await page.inputValue('input[name="email"]')).toBe('lukasz à la maison');
    await scene.inspector.look(student, 'who fills the guarantor’s part, with errors');
    await page.fill('input[name="email"]', 'lukasz@households.test');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, student, 'guarantors');
    await sign(student, dossier);
    expect(await textOf(student)).toContain(french('people.signed_title'));
    await lookInBoth(scene, student, 'signed, waiting for others');
  });

  test('the guarantor accepts, and gives papers of another country', async () => {
    guarantor = await onPhone();
    expect(await acceptInvitation(scene, guarantor, 'lukasz@households.test', 'a guarantor')).toBe(dossier);
    await lookInBoth(scene, guarantor, 'the guarantor’s space');
    guarantorPart = await ownPart(guarantor, dossier);
    await identify(guarantor, guarantorPart, lukasz);
    await answer(guarantor, `${guarantorPart}/hebergement`, 'home.other', { text: 'J’habite à Cracovie, dans ma maison.' });
    await answer(guarantor, `${guarantorPart}/activite`, 'activity.permanent', {
      documents: [await foreignPaper('umowa.pdf', ['UMOWA O PRACĘ', 'na czas nieokreślony', 'Łukasz Przykładowy'])],
    });
    await answer(guarantor, `${guarantorPart}/ressources/nouveau`, 'income.salary.over_3_months', {
      amount: '2 468',
      documents: [await foreignPaper('lista-plac.pdf', ['LISTA PŁAC', 'Łukasz Przykładowy', 'Do wypłaty: 10 500,00 PLN'])],
    });
    await answer(guarantor, `${guarantorPart}/impots`, 'tax.foreign_notice', {
      documents: [await foreignPaper('pit-37.pdf', ['PIT-37', 'Łukasz Przykładowy'])],
    });
  });

  test('the guarantor signs, and only now everything goes to review', async () => {
    await open(student.page, dossier);
    expect(await textOf(student)).toContain('Łukasz');
    await sign(guarantor, dossier);
    await lookInBoth(scene, guarantor, 'signed by all');
    await open(student.page, dossier);
    expect(await textOf(student)).toContain(french('dossier.status_in_review'));
  });

  test('the student sees no paper and no amount of the guarantor, nor reaches them', async () => {
    await lookInBoth(scene, student, 'dossier with a guarantor who fills alone');
    for (const path of [dossier, `${dossier}/apercu`]) {
      await open(student.page, path);
      expect(await textOf(student)).not.toMatch(/2.?468|Cracovie/);
    }
    await lookInBoth(scene, student, 'what the landlord sees');
    for (const category of ['ressources', 'impots', 'identite']) await open(student.page, `${guarantorPart}/${category}`, 404);
  });

  test('each is told what happens before the guarantor goes, whoever decides it', async () => {
    const { page } = student;
    await open(page, `${part}/garants`);
    await page.locator('main a[href$="/retirer"]').first().click();
    await lookInBoth(scene, student, 'remove a guarantor');
    await open(guarantor.page, `${dossier}/consentements`);
    await lookInBoth(scene, guarantor, 'what a guarantor allows');
    await open(guarantor.page, `${guarantorPart}/se-retirer`);
    await lookInBoth(scene, guarantor, 'guarantee no more');
    expect(await press(guarantor.page, 'main form button.fr-btn--danger')).toBe(200);
    expect(pathOf(guarantor.page), 'the papers are in a dossier of their own').not.toBe(dossier);
    await open(page, dossier);
    expect(await textOf(student)).not.toContain('Łukasz');
  });
});

describe('a couple with one Visale certificate', () => {
  let couple: Visitor;
  let dossier = '';

  test('one of the two adds the other, who has no account', async () => {
    couple = await onPhone();
    const { page } = couple;
    dossier = await begin(scene, couple, 'camille@households.test');
    await open(page, `${dossier}/composition`);
    await lookInBoth(scene, couple, 'who will live there');
    await page.check('input[name="kind"][value="couple"]');
    expect(await press(page)).toBe(200);
    expect(pathOf(page)).toBe(`${dossier}/composition/conjoint`);
    await lookInBoth(scene, couple, 'the other of the couple');
    expect(await press(page)).toBe(422);
    await scene.inspector.look(couple, 'the other of the couple, with errors');
    await page.fill('input[name="firstNames"]', mohamed.firstNames);
    await page.fill('input[name="birthName"]', mohamed.lastName);
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, couple, 'people of a couple');
  });

  test('fills both parts, and one certificate guarantees for the two', async () => {
    const { page } = couple;
    const [own = '', other = ''] = await partsOf(couple, dossier);
    await lookInBoth(scene, couple, 'dossier of a couple');
    await identify(couple, own, camille);
    await answer(couple, `${own}/hebergement`, 'home.other', { text: 'Nous sommes chez des amis.' });
    await earn(couple, own, camille, '1 912');
    await answer(couple, `${other}/identite`, 'identity.id_card', { documents: [picked(await idCard(mohamed))] });
    await answer(couple, `${other}/hebergement`, 'home.other', { text: 'Nous sommes chez des amis.' });
    await earn(couple, other, mohamed, '1 850');
    await withoutGuarantor(couple, other);
    await open(page, `${own}/garants`);
    await page.check('input[name="answer"][value="organism"]');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, couple, 'which guarantee');
    const today = parisDate(new Date());
    await answer(couple, pathOf(page), 'guarantee.visale', {
      documents: [picked(await visaleCertificate(camille, shiftDays(today, -10), shiftDays(today, 80)))],
    });
  });

  test('says that the other agrees, and both go to review together', async () => {
    const { page } = couple;
    await openSend(couple, dossier);
    await lookInBoth(scene, couple, 'send for two');
    await openSend(couple, dossier);
    await page.check('input[name="sworn"]');
    expect(await press(page), 'the other must agree').toBe(422);
    await scene.inspector.look(couple, 'send for two, with errors');
    await sign(couple, dossier, ['others']);
    await open(page, dossier);
    expect(await textOf(couple)).toContain(french('dossier.status_in_review'));
  });
});

describe('three flatmates, one of them paid abroad', () => {
  let lead: Visitor;
  let abroad: Visitor;
  let third: Visitor;
  let dossier = '';

  test('one invites the two others by their addresses', async () => {
    lead = await onPhone();
    const { page } = lead;
    dossier = await begin(scene, lead, 'eloise@households.test');
    await open(page, `${dossier}/composition`);
    await page.check('input[name="kind"][value="flatshare"]');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, lead, 'invite flatmates');
    await page.fill('textarea[name="emails"]', 'minh@households.test\nilyas chez lui');
    expect(await press(page)).toBe(422);
    await scene.inspector.look(lead, 'invite flatmates, with errors');
    await page.fill('textarea[name="emails"]', 'ilyas@households.test');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, lead, 'people of a flatshare');
  });

  test('each accepts and fills a part of their own', async () => {
    [abroad, third] = [await onPhone(), await onPhone()];
    expect(await acceptInvitation(scene, abroad, 'minh@households.test', 'a flatmate')).toBe(dossier);
    expect(await acceptInvitation(scene, third, 'ilyas@households.test', 'another flatmate')).toBe(dossier);
    for (const [visitor, who] of [
      [lead, eloise],
      [third, ilyas],
    ] as const) {
      const part = await ownPart(visitor, dossier);
      await identify(visitor, part, who);
      await answer(visitor, `${part}/hebergement`, 'home.other', { text: 'Je suis chez ma tante.' });
      await earn(visitor, part, who, '2 010');
      await withoutGuarantor(visitor, part);
    }
    const part = await ownPart(abroad, dossier);
    await identify(abroad, part, minh);
    await answer(abroad, `${part}/hebergement`, 'home.other', { text: 'Je suis à l’hôtel depuis mon arrivée.' });
    await answer(abroad, `${part}/activite`, 'activity.permanent', {
      documents: [await foreignPaper('hop-dong.pdf', ['HỢP ĐỒNG LAO ĐỘNG', 'Nguyễn Thị Minh'])],
    });
    await answer(abroad, `${part}/ressources/nouveau`, 'income.salary.over_3_months', {
      amount: '1 740',
      documents: [await foreignPaper('phieu-luong.pdf', ['PHIẾU LƯƠNG', 'Nguyễn Thị Minh'])],
    });
    await answer(abroad, `${part}/impots`, 'tax.foreign_notice', {
      documents: [await foreignPaper('thue.pdf', ['THUẾ THU NHẬP', 'Nguyễn Thị Minh'])],
    });
    await withoutGuarantor(abroad, part);
  });

  test('each sends alone; one lets the others hand out their part', async () => {
    await openSend(third, dossier);
    await lookInBoth(scene, third, 'send as a flatmate');
    await sign(lead, dossier);
    await sign(abroad, dossier, ['sending']);
    await sign(third, dossier);
    await open(lead.page, dossier);
    expect(await textOf(lead)).toContain(french('dossier.status_in_review'));
    await lookInBoth(scene, lead, 'dossier of a flatshare');
  });

  test('nobody reaches the papers of another', async () => {
    const part = await ownPart(abroad, dossier);
    for (const category of ['ressources', 'identite', 'etat-civil']) await open(lead.page, `${part}/${category}`, 404);
    await open(lead.page, dossier);
    expect(await textOf(lead)).not.toMatch(/1.?740|hôtel/);
  });

  test('a landlord sees who agreed, and that the third is not included', async () => {
    const { page } = lead;
    await open(page, `${dossier}/liens/nouveau`);
    await lookInBoth(scene, lead, 'new link before review');
    await page.fill('input[name="title"]', 'Agence du Port');
    await page.check('input[name="door"][value="none"]');
    expect(await press(page), 'not verified yet: said knowingly').toBe(422);
    await page.check('input[name="acknowledged"]');
    expect(await press(page)).toBe(200);
    const link = new URL(await page.locator('.df-copy input').first().inputValue()).pathname;
    const landlord = await onPhone();
    await open(landlord.page, link);
    await lookInBoth(scene, landlord, 'dossier of flatmates');
    const shown = await textOf(landlord);
    expect(shown).toContain(minh.lastName);
    expect(shown).toMatch(/1.?740/);
    expect(shown).toContain(french('people.not_included'));
    expect(shown).not.toContain(ilyas.lastName);
  });

  test('whoever leaves or is removed is told first what becomes of whose papers', async () => {
    const { page } = lead;
    await open(page, `${dossier}/composition`);
    await page.locator('main a[href$="/retirer"]').first().click();
    await lookInBoth(scene, lead, 'remove a flatmate');
    for (const path of ['composition/type', 'composition/seul', 'composition/quitter', 'consentements']) {
      await open(page, `${dossier}/${path}`);
      await lookInBoth(scene, lead, path);
    }
  });
});

describe('somebody without a home, in Arabic', () => {
  test('declares it, gives no paper for it, and sends', async () => {
    const visitor = await onPhone('ar');
    const { page } = visitor;
    const dossier = await begin(scene, visitor, 'aline@households.test');
    const part = await ownPart(visitor, dossier);
    await identify(visitor, part, camille);
    await open(page, `${part}/hebergement`);
    await scene.inspector.look(visitor, 'where somebody lives');
    await answer(visitor, `${part}/hebergement`, 'home.precarious', { stated: true });
    expect(await page.locator('#envoi').count(), 'no document is asked').toBe(0);
    await scene.inspector.look(visitor, 'home declared');
    await answer(visitor, `${part}/activite`, 'activity.none', { stated: true });
    await answer(visitor, `${part}/ressources/nouveau`, 'income.none', { stated: true });
    await answer(visitor, `${part}/impots`, 'tax.no_declaration', { stated: true });
    await withoutGuarantor(visitor, part);
    await sign(visitor, dossier);
    await scene.inspector.look(visitor, 'sent');
    await open(page, dossier);
    expect(await textOf(visitor)).toContain(arabic('dossier.status_in_review'));
  });
});

describe('a parent who files for a child', () => {
  let parent: Visitor;
  let child: Visitor;
  let dossier = '';
  let part = '';

  test('says for whom it is, and the child is told', async () => {
    parent = await onPhone();
    const { page } = parent;
    dossier = await begin(scene, parent, 'thi@households.test');
    await open(page, `${dossier}/pour-qui`);
    await lookInBoth(scene, parent, 'for whom');
    await page.check('input[name="who"][value="other"]');
    await page.fill('input[name="firstNames"]', sacha.firstNames);
    await page.fill('input[name="birthName"]', sacha.lastName);
    await page.fill('input[name="relation"]', 'mon enfant');
    await page.fill('main input[name="email"]', 'enfant@households.test');
    expect(await press(page), 'a mandate is needed').toBe(422);
    expect(await page.inputValue('input[name="relation"]')).toBe('mon enfant');
    await scene.inspector.look(parent, 'for whom, with errors');
    await page.check('input[name="mandate"]');
    expect(await press(page)).toBe(200);
    await page.check('input[name="kind"][value="alone"]');
    expect(await press(page)).toBe(200);
    expect(pathOf(page)).toBe(dossier);
    expect(await page.locator('h1').innerText()).toContain(sacha.lastName);
    await lookInBoth(scene, parent, 'dossier for somebody else');
  });

  test('the child agrees, without an account', async () => {
    child = await onPhone();
    await openInvitation(scene, child, 'enfant@households.test');
    await lookInBoth(scene, child, 'invitation of who is filed for');
    expect(await press(child.page, 'main form[action$="/accord"] button')).toBe(200);
    await scene.inspector.look(child, 'agreed');
    await inMail(program, 'thi@households.test', new RegExp(`(${french('people.mail_answered_subject')})`));
  });

  test('the parent fills everything, thinks again about a company as guarantor, and sends', async () => {
    const { page } = parent;
    part = await ownPart(parent, dossier);
    await answer(parent, `${part}/identite`, 'identity.id_card', { documents: [picked(await idCard(sacha))] });
    await answer(parent, `${part}/hebergement`, 'home.other', { text: 'Chez ses parents.' });
    await answer(parent, `${part}/activite`, 'activity.none', { stated: true });
    await answer(parent, `${part}/ressources/nouveau`, 'income.none', { stated: true });
    await answer(parent, `${part}/impots`, 'tax.parents', { stated: true });
    await open(page, `${part}/garants`);
    await page.check('input[name="answer"][value="company"]');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, parent, 'company and its representative');
    expect(await press(page)).toBe(422);
    await scene.inspector.look(parent, 'company and its representative, with errors');
    await page.fill('input[name="legalName"]', 'Toits & Cie');
    await page.fill('input[name="representativeFirstNames"]', 'Ève');
    await page.fill('input[name="representativeName"]', 'Roy');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, parent, 'paper of a company');
    await open(page, `${part}/garants/changer?pour=none`);
    expect(await textOf(parent)).toContain('Toits & Cie');
    await lookInBoth(scene, parent, 'change the guarantor');
    expect(await press(page, 'main form button.fr-btn--danger')).toBe(200);
    await sign(parent, dossier);
    await open(page, dossier);
    expect(await textOf(parent)).toContain(french('dossier.status_in_review'));
  });

  test('a helper is asked with an end and rights of their own', async () => {
    const { page } = parent;
    await open(page, `${dossier}/aidants`);
    await lookInBoth(scene, parent, 'helpers, none yet');
    await page.fill('main input[name="email"]', 'aide@households.test');
    expect(await press(page), 'a mandate is needed').toBe(422);
    await scene.inspector.look(parent, 'helpers, with errors');
    await page.check('input[name="submit"]');
    await page.check('input[name="agreed"]');
    expect(await press(page)).toBe(200);
    await lookInBoth(scene, parent, 'helpers');
    const helper = await onPhone();
    expect(await acceptInvitation(scene, helper, 'aide@households.test', 'a helper')).toBe(dossier);
    await lookInBoth(scene, helper, 'the dossier as a helper');
    await open(page, '/dossiers');
    await lookInBoth(scene, parent, 'dossiers of an account');
    await open(page, '/dossiers/nouveau');
    await lookInBoth(scene, parent, 'another dossier for somebody else');
  });
});

test('nothing was asked of another host, and the log tells of no failure and of nobody', () => {
  for (const visitor of visitors) expect(visitor.elsewhere).toEqual([]);
  expect(program.failures()).toEqual([]);
  expect(program.said()).not.toContain('households.test');
});
