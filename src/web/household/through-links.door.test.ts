/** What the people of a dossier see of one another, on pages, in links and in copies, and what they see no more. */
import { PDF } from '@libpdf/core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { declareNoGuarantor } from '#features/dossiers/answer-later.ts';
import { acceptInvitation } from '#features/household/answer-invitation.ts';
import { addGuarantor } from '#features/household/guarantors.ts';
import { ownLook, readThroughLink } from '#features/links/own-look.ts';
import { readCopy } from '#features/links/read-copy.ts';
import type { App } from '#http/app.ts';
import type { Id } from '#kernel/ids.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { givenMember, givenOther, type Member } from '#testing/given-people.ts';
import { fillPart, signedIn, wholeSite } from '#testing/household-site.ts';
import { tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser } from '#testing/test-site.ts';

/** Several copies are watermarked, bound and signed in one test. */
const COPIES_MS = 180_000;

const [camille, sacha, , , mohamed] = SPECIMEN_PEOPLE;
let house: FullHouse;
let app: App;
let lead: Member;
let ana: Browser;
let dossier: string;

/** Ana’s part is filled; nobody guarantees yet. */
beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  app = wholeSite(house);
  lead = await givenMember(house, 'ana@example.org');
  await fillPart(house, lead, camille, 1111);
  ana = await signedIn(app, 'ana@example.org');
  dossier = `/dossiers/${lead.dossierId}`;
});

/** Makes a link that anybody may open, by the page. @returns its address */
const linkOf = async (browser: Browser, fields: Readonly<Record<string, string>> = { acknowledged: 'on' }) => {
  await browser.get(`${dossier}/liens/nouveau`);
  const made = await browser.post(`${dossier}/liens/nouveau`, {
    title: 'Agence du Port',
    days: '30',
    door: 'none',
    copies: 'on',
    ...fields,
  });
  expect(made.status).toBe(303);
  const page = (await browser.get(`${dossier}/liens`)).body;
  return /\/consulter\/[0-9a-f-]{36}/.exec(page)?.[0] ?? expect.fail('no link on the page');
};

/** Opens the address of a copy, and makes the copy as soon as it is written down that somebody waits for it. */
const getWorking = async (browser: Browser, address: string) => {
  let answered = false;
  const answer = browser.get(address).finally(() => (answered = true));
  const waited = () => house.db.selectFrom('copy').select('id').where('state', '=', 'waiting').executeTakeFirst();
  while (!answered && !(await waited())) await new Promise((resolve) => setTimeout(resolve, 20));
  await house.work();
  return answer;
};

/** Text of all pages of the PDF that this visitor gets, and how many there are. */
const pdfOf = async (browser: Browser, link: string) => {
  let answer = await getWorking(browser, `${link}/dossier.pdf`);
  if (answer.type !== 'application/pdf') answer = await browser.get(`${link}/dossier.pdf`);
  expect(answer.type).toBe('application/pdf');
  const { id } = await house.db
    .selectFrom('copy')
    .select('id')
    .where('kind', '=', 'dossier')
    .where('state', '=', 'ready')
    .orderBy('readyAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const copy = (await readCopy(house, id)) ?? expect.fail('no copy');
  const pages = (await PDF.load(copy.bytes)).getPages();
  return { pages: pages.length, text: pages.map((page) => page.extractText().text).join('\n') };
};

const identityOf = async (member: Pick<Member, 'personId'>) =>
  house.db
    .selectFrom('piece')
    .innerJoin('file', 'file.pieceId', 'piece.id')
    .select(['piece.id as pieceId', 'file.id as fileId'])
    .where('piece.personId', '=', member.personId)
    .where('piece.category', '=', 'identity')
    .executeTakeFirstOrThrow();

/** Addresses where a person’s identity card could be looked for by somebody who knows every id. */
const ownAddresses = async (member: Pick<Member, 'personId'>) => {
  const { pieceId, fileId } = await identityOf(member);
  const part = `${dossier}/${member.personId}`;
  return [`${part}/identite`, `${part}/etat-civil`, `${part}/pieces/${pieceId}/fichiers/${fileId}/apercu`];
};

const statusesOf = async (browser: Browser, addresses: readonly string[]) => {
  const statuses: number[] = [];
  for (const address of addresses) statuses.push((await browser.get(address)).status);
  return statuses;
};

/** A guarantor with an own account and a filled part. */
const givenGuarantor = async (): Promise<Member> => {
  const { accountId, dossierId, personId } = lead;
  const invite = 'gus@example.org' as Email;
  await addGuarantor(house, { accountId, dossierId, tenantId: personId, kind: 'natural', invite, informed: false });
  const token = await tokenInMail(house, '/invitation/');
  const gus = await confirmedAccount(house, invite);
  const accepted = await acceptInvitation(house, { accountId: gus, token, bring: false, consents: [] });
  const guarantor = { accountId: gus, dossierId, personId: accepted.ok ? accepted.value.personId : expect.fail(accepted.error) };
  await fillPart(house, guarantor, mohamed, 4321);
  return guarantor;
};

describe('a flatmate', { timeout: COPIES_MS }, () => {
  let flatmate: Member;
  let bo: Browser;

  beforeEach(async () => {
    await declareNoGuarantor(house, lead);
    flatmate = await givenOther(house, lead, 'flatshare', 'bo@example.org');
    await fillPart(house, flatmate, sacha, 2222);
    await declareNoGuarantor(house, flatmate);
    bo = await signedIn(app, 'bo@example.org');
  });

  it('reaches no answer, page or file of another by address, and finds it in no page, link or copy of theirs', async () => {
    const addresses = await ownAddresses(flatmate);
    expect(await statusesOf(bo, addresses)).toEqual([200, 200, 200]);
    expect(await statusesOf(ana, addresses)).toEqual([404, 404, 404]);
    expect(await statusesOf(bo, await ownAddresses(lead))).toEqual([404, 404, 404]);
    await bo.get(`${dossier}/consentements`);
    await bo.post(`${dossier}/consentements/donner`, { purpose: 'flatmate_sending' });
    const link = await linkOf(ana);
    const { pieceId } = await identityOf(flatmate);
    for (const page of [dossier, `${dossier}/apercu`, link]) expect((await ana.get(page)).body, page).not.toMatch(/2.?222/);
    expect(await statusesOf(ana, [`${link}/pieces/${pieceId}`, `${link}/pieces/${pieceId}/pages/0`])).toEqual([404, 404]);
    const own = await pdfOf(ana, link);
    expect(own.text).toMatch(/1.?111/);
    expect(own.text).not.toMatch(/2.?222/);
  });

  it('is in the landlord’s page and PDF once they allow it, by first name only before and after', async () => {
    const link = await linkOf(ana);
    const landlord = new Browser(app);
    const absent = async () => {
      const page = (await landlord.get(link)).body;
      expect(page).toContain('Sa partie n’est pas dans ce lien');
      expect(page).not.toMatch(/2.?222|Fictif/);
      const { pieceId } = await identityOf(flatmate);
      expect((await landlord.get(`${link}/pieces/${pieceId}`)).status).toBe(404);
      const pdf = await pdfOf(landlord, link);
      expect(pdf.text).not.toMatch(/2.?222|Fictif/);
      expect(pdf.text).toContain('Sacha');
      return pdf.pages;
    };
    const pagesWithout = await absent();
    await bo.get(`${dossier}/consentements`);
    await bo.post(`${dossier}/consentements/donner`, { purpose: 'flatmate_sending' });
    expect((await landlord.get(link)).body).toMatch(/2.?222/);
    const whole = await pdfOf(landlord, link);
    expect(whole.text).toMatch(/2.?222/);
    expect(whole.pages).toBeGreaterThan(pagesWithout);
    await bo.post(`${dossier}/consentements/retirer`, { purpose: 'flatmate_sending' });
    expect(await absent()).toBe(pagesWithout);
  });
});

describe('a guarantor who fills their own part', { timeout: COPIES_MS }, () => {
  it('is whole in the landlord’s page and PDF, and by name and level only in every page and copy of the tenant', async () => {
    const guarantor = await givenGuarantor();
    const { pieceId } = await identityOf(guarantor);
    const link = await linkOf(ana);
    const landlord = new Browser(app);
    expect((await landlord.get(link)).body).toMatch(/4.?321/);
    await getWorking(landlord, `${link}/pieces/${pieceId}`);
    expect((await landlord.get(`${link}/pieces/${pieceId}/pages/0`)).type).toBe('image/jpeg');
    const whole = await pdfOf(landlord, link);
    expect(whole.text).toMatch(/4.?321/);

    expect(await statusesOf(ana, await ownAddresses(guarantor))).toEqual([404, 404, 404]);
    for (const page of [dossier, `${dossier}/apercu`, `${dossier}/envoyer`, link]) {
      const { status, body } = await ana.get(page);
      expect(status, page).toBe(200);
      expect(body, page).not.toMatch(/4.?321/);
    }
    expect((await ana.get(link)).body).toContain('Donné directement au propriétaire');
    expect(await statusesOf(ana, [`${link}/pieces/${pieceId}`, `${link}/pieces/${pieceId}/pages/0`])).toEqual([404, 404]);
    const own = await pdfOf(ana, link);
    expect(own.text).toContain('Donné directement au propriétaire');
    expect(own.text).toContain('Ben Conte');
    expect(own.text).not.toMatch(/4.?321/);
    expect(own.pages).toBeLessThan(whole.pages);
  });

  it('stays hidden from the tenant who opens the link by a code to their address instead of the account, and that is no visit', async () => {
    const { accountId } = await givenGuarantor();
    const link = await linkOf(ana);
    const { dossierId } = lead;
    const byAddress = (recipient: string) => ownLook(house, { dossierId, recipient, accountId: null });
    expect(await byAddress('ana@example.org')).toBe(lead.accountId);
    expect(await byAddress('agence@example.org'), 'a landlord').toBeNull();
    expect(await byAddress('gus@example.org'), 'a guarantor who was given the link').toBeNull();
    expect(await ownLook(house, { dossierId, recipient: 'Agence du Port', accountId }), 'signed in').toBeNull();
    const shown = await readThroughLink(house, { dossierId, linkId: null, viewer: lead.accountId });
    expect(shown).toMatchObject({ income: 1111, guarantorIncome: 0 });
    await ana.get(link);
    expect(await house.db.selectFrom('visit').select('id').execute()).toEqual([]);
    await new Browser(app).get(link);
    expect(await house.db.selectFrom('visit').select('id').execute()).toHaveLength(1);
  });

  it('is seen by a landlord who asks for a picture by its address alone, and that is a visit', async () => {
    const { pieceId } = await identityOf(await givenGuarantor());
    const picture = `${await linkOf(ana)}/pieces/${pieceId}/pages/0`;
    const landlord = new Browser(app);
    expect((await landlord.get(picture)).status).toBe(404);
    await house.work();
    expect((await landlord.get(picture)).type).toBe('image/jpeg');
    expect((await landlord.get(picture)).type).toBe('image/jpeg');
    const visits = await house.db.selectFrom('visit').select(['kind', 'pieceId']).execute();
    expect(visits).toEqual([{ kind: 'piece', pieceId }]);
  });

  it('is gone from page, piece and PDF at the next request of a landlord who has the link open, once they withdraw', async () => {
    const guarantor = await givenGuarantor();
    const { pieceId } = await identityOf(guarantor);
    const link = await linkOf(ana);
    const landlord = new Browser(app);
    await getWorking(landlord, `${link}/pieces/${pieceId}`);
    expect((await landlord.get(`${link}/pieces/${pieceId}/pages/0`)).status).toBe(200);
    const whole = await pdfOf(landlord, link);
    const gus = await signedIn(app, 'gus@example.org');
    await gus.get(`${dossier}/${guarantor.personId}/se-retirer`);
    await gus.post(`${dossier}/${guarantor.personId}/se-retirer`);
    expect((await landlord.get(link)).body).not.toMatch(/4.?321|Ben Conte/);
    expect(await statusesOf(landlord, [`${link}/pieces/${pieceId}`, `${link}/pieces/${pieceId}/pages/0`])).toEqual([404, 404]);
    const left = await pdfOf(landlord, link);
    expect(left.text).not.toMatch(/4.?321|Ben Conte/);
    expect(left.pages).toBeLessThan(whole.pages);
  });
});

describe('the other of a couple', { timeout: COPIES_MS }, () => {
  it('sees and has the papers of one under consent only: page, file and PDF are refused at the next request', async () => {
    await declareNoGuarantor(house, lead);
    const spouse = await givenOther(house, lead, 'couple', 'bo@example.org');
    await fillPart(house, spouse, sacha, 2222);
    await declareNoGuarantor(house, spouse);
    const bo = await signedIn(app, 'bo@example.org');
    await bo.get(`${dossier}/envoyer`);
    expect((await bo.post(`${dossier}/envoyer`, { sworn: 'on' })).status).toBe(303);
    const addresses = await ownAddresses(spouse);
    expect(await statusesOf(ana, addresses)).toEqual([404, 404, 404]);
    await bo.get(`${dossier}/consentements`);
    await bo.post(`${dossier}/consentements/donner`, { purpose: 'spouse_access' });
    expect(await statusesOf(ana, addresses)).toEqual([200, 200, 200]);
    const link = await linkOf(ana);
    const { pieceId } = await identityOf(spouse);
    expect((await getWorking(ana, `${link}/pieces/${pieceId}`)).status).toBe(200);
    expect((await pdfOf(ana, link)).text).toMatch(/2.?222/);
    await bo.post(`${dossier}/consentements/retirer`, { purpose: 'spouse_access' });
    expect(await statusesOf(ana, addresses)).toEqual([404, 404, 404]);
    expect((await ana.get(`${link}/pieces/${pieceId}`)).status).toBe(404);
    expect((await pdfOf(ana, link)).text).not.toMatch(/2.?222/);
    const landlord = new Browser(app);
    expect((await landlord.get(link)).body, 'the landlord has what was signed for together').toMatch(/2.?222/);
  });
});

describe('a dossier that is not verified', () => {
  it('is handed out once it was said that this is known, and that is asked once', async () => {
    await declareNoGuarantor(house, lead);
    await ana.get(`${dossier}/liens/nouveau`);
    const unsaid = { title: 'Agence', days: '30', door: 'none' };
    const refused = await ana.post(`${dossier}/liens/nouveau`, unsaid);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('name="acknowledged"');
    expect((await ana.post(`${dossier}/liens/nouveau`, { ...unsaid, acknowledged: 'on' })).status).toBe(303);
    expect((await ana.get(`${dossier}/liens/nouveau`)).body).not.toContain('name="acknowledged"');
    expect((await ana.post(`${dossier}/liens/nouveau`, unsaid)).status).toBe(303);
    const rows = await house.db
      .selectFrom('consent')
      .select(['accountId', 'personId'])
      .where('purpose', '=', 'unverified_sending')
      .execute();
    expect(rows).toEqual([{ accountId: lead.accountId, personId: lead.personId satisfies Id<'person'> }]);
  });
});
