import { beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#http/app.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { signedIn, wholeSite } from '#testing/household-site.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser } from '#testing/test-site.ts';

let house: FullHouse;
let app: App;
let ana: Browser;
let dossier: string;
let anaPerson: string;

/** Ana's dossier, with her names. */
beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  app = wholeSite(house);
  await confirmedAccount(house, 'ana@example.org');
  ana = await signedIn(app, 'ana@example.org');
  dossier = (await ana.get('/dossier')).location ?? expect.fail();
  anaPerson = /\/dossiers\/[^/]+\/([0-9a-f-]{36})\/etat-civil/.exec((await ana.get(dossier)).body)?.[1] ?? expect.fail();
  await ana.post(`${dossier}/${anaPerson}/etat-civil`, { firstNames: 'Ana', birthName: 'Ortiz' });
});

const invitation = async () => `/invitation/${await tokenInMail(house, '/invitation/')}`;

describe('a couple', () => {
  const addBo = async (email: string) => {
    expect((await ana.get(`${dossier}/composition`)).body).toContain('Qui va habiter le logement\u00a0?');
    expect((await ana.post(`${dossier}/composition/type`, { kind: 'couple' })).location).toBe(`${dossier}/composition/conjoint`);
    await ana.get(`${dossier}/composition/conjoint`);
    return ana.post(`${dossier}/composition/conjoint`, { firstNames: 'Bo', birthName: 'Ek', email });
  };

  it('keeps what was typed when an address is wrong, and says what to do', async () => {
    const again = await addBo('bo at example');
    expect(again.status).toBe(422);
    expect(again.body).toContain('value="Bo"');
    expect(again.body).toContain('bo at example');
  });

  it('invites an address with an account exactly as one without', async () => {
    await addBo('bo@example.org');
    await ana.get(`${dossier}/composition`);
    const without = (await ana.get(`${dossier}/composition`)).body;
    await confirmedAccount(house, 'bo@example.org');
    const withAccount = (await ana.get(`${dossier}/composition`)).body;
    const plain = (body: string) => body.replace(/name="_csrf" value="[^"]+"/g, '');
    expect(plain(withAccount)).toBe(plain(without));
  });

  it('lets the spouse sign in, accept and fill their own part, and shows the lead no answer of theirs', async () => {
    await addBo('bo@example.org');
    const page = await invitation();
    await confirmedAccount(house, 'bo@example.org');
    const stranger = new Browser(app);
    const seen = await stranger.get(page);
    expect(seen.body).toContain('Ana Ortiz vous invite');
    const toSignIn = await stranger.post(`${page}/ouvrir`, { vers: 'connexion' });
    expect(toSignIn.location).toBe(`/connexion?retour=${encodeURIComponent(page)}`);
    const bo = await signedIn(app, 'bo@example.org');
    await bo.get(page);
    expect((await bo.post(`${page}/accepter`)).location).toBe(dossier);
    const own = (await bo.get(dossier)).body;
    const boPerson = /\/dossiers\/[^/]+\/([0-9a-f-]{36})\/etat-civil/.exec(own)?.[1] ?? expect.fail();
    expect(boPerson).not.toBe(anaPerson);
    await bo.post(`${dossier}/${boPerson}/hebergement`, { situation: 'home.other', text: 'Une phrase de Bo' });
    expect((await bo.get(`${dossier}/${boPerson}/hebergement`)).body).toContain('Une phrase de Bo');
    expect((await ana.get(dossier)).body).not.toContain('Une phrase de Bo');
    expect((await ana.get(`${dossier}/${boPerson}/hebergement`)).status).toBe(404);
    expect((await ana.post(`${dossier}/${boPerson}/hebergement`, { situation: 'home.owner' })).status).toBe(404);
  });

  it('asks before going back to one person, says what happens, and lets the removed come back for 30 days', async () => {
    await addBo('');
    expect((await ana.post(`${dossier}/composition/type`, { kind: 'alone' })).location).toBe(`${dossier}/composition/seul`);
    const sure = await ana.get(`${dossier}/composition/seul`);
    expect(sure.body).toContain('mise de côté 30 jours');
    expect((await ana.get(dossier)).body).toContain('Bo Ek');
    await ana.post(`${dossier}/composition/seul`);
    const after = (await ana.get(dossier)).body;
    const back = /action="([^"]+\/reprendre)"/.exec(after)?.[1] ?? expect.fail();
    await ana.post(back);
    expect((await ana.get(dossier)).body).toContain('Bo Ek');
    expect((await ana.get(dossier)).body).toContain('pour un couple');
  });
});

describe('a consent taken back in the account', () => {
  /** Follows the way to take back the only consent that may be. */
  const withdraw = async (browser: Browser) => {
    const links = [...(await browser.get('/compte/consentements')).body.matchAll(/href="([^"]+\/retirer)"/g)];
    expect(links).toHaveLength(1);
    const page = links[0]?.[1] ?? expect.fail();
    const sure = (await browser.get(page)).body;
    expect(await browser.post(page)).toMatchObject({ status: 303, location: '/compte/consentements' });
    expect((await browser.get('/compte/consentements')).body).toContain('Retiré le');
    expect((await browser.get(page)).status).toBe(404);
    return { page, sure };
  };

  it('shuts the spouse out at the next request, and nobody else can take it back', async () => {
    await ana.get(`${dossier}/composition`);
    await ana.post(`${dossier}/composition/type`, { kind: 'couple' });
    await ana.get(`${dossier}/composition/conjoint`);
    await ana.post(`${dossier}/composition/conjoint`, { firstNames: 'Bo', birthName: 'Ek', email: 'bo@example.org' });
    const page = await invitation();
    await confirmedAccount(house, 'bo@example.org');
    const bo = await signedIn(app, 'bo@example.org');
    await bo.get(page);
    await bo.post(`${page}/accepter`);
    const boPerson = /\/dossiers\/[^/]+\/([0-9a-f-]{36})\/etat-civil/.exec((await bo.get(dossier)).body)?.[1] ?? expect.fail();
    await bo.get(`${dossier}/consentements`);
    await bo.post(`${dossier}/consentements/donner`, { purpose: 'spouse_access' });
    expect((await ana.get(`${dossier}/${boPerson}/hebergement`)).status).toBe(200);
    const consent = await house.db.selectFrom('consent').select('id').executeTakeFirstOrThrow();
    await ana.get('/compte/consentements');
    expect((await ana.post(`/compte/consentements/${consent.id}/retirer`)).status).toBe(404);
    expect((await ana.get(`${dossier}/${boPerson}/hebergement`)).status).toBe(200);
    const { sure } = await withdraw(bo);
    expect(sure).toContain('ne verra plus vos documents');
    expect((await ana.get(`${dossier}/${boPerson}/hebergement`)).status).toBe(404);
  });

  it('ends every helper of one’s part, and invitations to help', async () => {
    await ana.get(`${dossier}/aidants`);
    await ana.post(`${dossier}/aidants`, { email: 'hal@example.org', days: '30', agreed: 'on' });
    const page = await invitation();
    await confirmedAccount(house, 'hal@example.org');
    const hal = await signedIn(app, 'hal@example.org');
    await hal.get(page);
    await hal.post(`${page}/accepter`);
    expect((await hal.get(dossier)).status).toBe(200);
    await withdraw(ana);
    expect((await hal.get(dossier)).status).toBe(404);
  });

  it('ends the mandate to fill for somebody: their dossier is sent no more', async () => {
    await ana.get(`${dossier}/pour-qui`);
    const other = {
      who: 'other',
      firstNames: 'Cy',
      birthName: 'Doe',
      relation: 'Mon fils',
      email: 'cy@example.org',
      mandate: 'on',
    };
    await ana.post(`${dossier}/pour-qui`, other);
    await withdraw(ana);
    await ana.get(`${dossier}/liens/nouveau`);
    await house.db.updateTable('person').set({ submittedAt: house.clock.now() }).execute();
    await house.db.updateTable('dossier').set({ status: 'verified' }).execute();
    const link = await ana.post(`${dossier}/liens/nouveau`, { title: 'Agence', days: '30', door: 'any_address' });
    expect(link.status).toBe(422);
    expect(link.body).toContain('La personne a dit non à ce dossier');
  });
});

describe('an invitation', () => {
  const invite = async () => {
    await ana.get(`${dossier}/composition`);
    await ana.post(`${dossier}/composition/type`, { kind: 'flatshare' });
    await ana.get(`${dossier}/composition/colocataires`);
    await ana.post(`${dossier}/composition/colocataires`, { emails: 'bo@example.org' });
    return invitation();
  };

  it('is changed by no reading, however often', async () => {
    const page = await invite();
    const reader = new Browser(app);
    for (let time = 0; time < 10; time += 1) expect((await reader.get(page)).status).toBe(200);
    expect((await ana.get(`${dossier}/composition`)).body).toContain('invitation envoyée');
    await reader.post(`${page}/ouvrir`, { vers: 'inscription' });
    expect((await ana.get(`${dossier}/composition`)).body).toContain('invitation ouverte');
  });

  it('is refused once used, after seven days, and after it was sent again', async () => {
    const first = await invite();
    house.pass(HOUR_MS);
    ana = await signedIn(app, 'ana@example.org');
    const again = /action="([^"]+\/renvoyer)"/.exec((await ana.get(`${dossier}/composition`)).body)?.[1] ?? expect.fail();
    await ana.post(again);
    const second = await invitation();
    const reader = new Browser(app);
    expect((await reader.get(first)).status).toBe(410);
    await confirmedAccount(house, 'bo@example.org');
    const bo = await signedIn(app, 'bo@example.org');
    await bo.get(second);
    expect((await bo.post(`${second}/accepter`)).location).toBe(dossier);
    expect((await reader.get(second)).status).toBe(410);
    await ana.get(`${dossier}/composition/colocataires`);
    await ana.post(`${dossier}/composition/colocataires`, { emails: 'cy@example.org' });
    const third = await invitation();
    house.pass(7 * DAY_MS);
    expect((await reader.get(third)).status).toBe(410);
  });

  it('may be declined without an account, and the inviter is told', async () => {
    const page = await invite();
    const reader = new Browser(app);
    await reader.get(page);
    expect((await reader.post(`${page}/refuser`)).body).toContain('vous avez dit non');
    expect((await newMails(house)).map((mail) => mail.to)).toEqual(['ana@example.org']);
    expect((await ana.get(`${dossier}/composition`)).body).toContain('a dit non');
  });
});

describe('a guarantor', () => {
  const garants = () => `${dossier}/${anaPerson}/garants`;
  const invited = async () => {
    await ana.get(garants());
    expect((await ana.post(garants(), { answer: 'natural' })).location).toBe(`${garants()}/personne`);
    await ana.get(`${garants()}/personne`);
    await ana.post(`${garants()}/personne`, { who: 'invite', email: 'gus@example.org' });
    const page = await invitation();
    await confirmedAccount(house, 'gus@example.org');
    const gus = await signedIn(app, 'gus@example.org');
    await gus.get(page);
    await gus.post(`${page}/accepter`);
    const person = /\/dossiers\/[^/]+\/([0-9a-f-]{36})\/etat-civil/.exec((await gus.get(dossier)).body)?.[1] ?? expect.fail();
    await gus.post(`${dossier}/${person}/etat-civil`, { firstNames: 'Gus', birthName: 'Ortiz' });
    return { gus, person };
  };

  it('with their own space shows the tenant no answer, amount or text, only that it is there', async () => {
    const { gus, person } = await invited();
    await gus.post(`${dossier}/${person}/hebergement`, { situation: 'home.other', text: 'Une phrase de Gus' });
    await gus.get(`${dossier}/${person}/ressources/nouveau`);
    await gus.post(`${dossier}/${person}/ressources/nouveau`, { situation: 'income.pension.statement', amount: '4321' });
    expect((await gus.get(dossier)).body).toMatch(/4.?321/);
    const seen = (await ana.get(dossier)).body;
    expect(seen).toContain('Gus Ortiz');
    expect(seen).not.toMatch(/4.?321|Une phrase de Gus|Retraite/);
    expect((await ana.get(`${dossier}/${person}/ressources`)).status).toBe(404);
    expect((await gus.get(`${dossier}/${anaPerson}/ressources`)).status).toBe(404);
    expect((await gus.get(`${dossier}/composition`)).status).toBe(404);
    expect((await gus.get(`${dossier}/liens/nouveau`)).status).toBe(404);
  });

  it('may let the tenant see, and take it back', async () => {
    const { gus, person } = await invited();
    await gus.post(`${dossier}/${person}/hebergement`, { situation: 'home.other', text: 'Une phrase' });
    await gus.get(`${dossier}/consentements`);
    await gus.post(`${dossier}/consentements/donner`, { purpose: 'guarantor_tenant_access' });
    expect((await ana.get(dossier)).body).not.toContain('Vous ne voyez pas ses documents');
    await gus.post(`${dossier}/consentements/retirer`, { purpose: 'guarantor_tenant_access' });
    expect((await ana.get(dossier)).body).toContain('Vous ne voyez pas ses documents');
  });

  it('withdraws with their documents, and the tenant is told', async () => {
    const { gus, person } = await invited();
    await newMails(house);
    await gus.get(`${dossier}/${person}/se-retirer`);
    await gus.post(`${dossier}/${person}/se-retirer`);
    expect((await ana.get(dossier)).body).not.toContain('Gus Ortiz');
    expect((await newMails(house)).map((mail) => mail.to)).toEqual(['ana@example.org']);
    const own = (await gus.get('/dossier')).location ?? expect.fail();
    expect(own).not.toBe(dossier);
    expect((await gus.get(own)).body).toContain('Gus Ortiz');
  });

  it('filled by the tenant is told of it, and may object: their part is erased', async () => {
    await ana.get(`${garants()}/personne`);
    const unticked = await ana.post(`${garants()}/personne`, { who: 'fill' });
    expect(unticked.status).toBe(422);
    const names = (await ana.post(`${garants()}/personne`, { who: 'fill', informed: 'on' })).location ?? expect.fail();
    expect((await ana.get(names)).body).toContain('Vous remplissez la partie du garant');
    await ana.post(names, { firstNames: 'Gus', birthName: 'Ortiz', email: 'gus@example.org' });
    const page = await invitation();
    const gus = new Browser(app);
    expect((await gus.get(page)).body).toContain('vous a nommé comme garant');
    await gus.post(`${page}/refuser`);
    expect((await ana.get(dossier)).body).not.toContain('Gus Ortiz');
    expect((await newMails(house)).map((mail) => mail.text).join()).toContain('Votre garant a dit non');
  });

  it('asks about a company and its representative, and about an organism its certificate only', async () => {
    await ana.get(garants());
    const names = (await ana.post(garants(), { answer: 'company' })).location ?? expect.fail();
    expect((await ana.get(names)).body).toContain('Nom de la société');
    expect((await ana.post(names, { legalName: '' })).status).toBe(422);
    const saved = { legalName: 'Toits & Cie', representativeFirstNames: 'Eve', representativeName: 'Roy' };
    expect((await ana.post(names, saved)).location).toContain('/societe');
    expect((await ana.post(garants(), { answer: 'organism' })).location).toBe(`${garants()}/changer?pour=organism`);
    expect((await ana.get(`${garants()}/changer?pour=organism`)).body).toContain('Toits &amp; Cie');
    const guarantee = (await ana.post(`${garants()}/changer`, { answer: 'organism' })).location ?? expect.fail();
    expect((await ana.get(guarantee)).body).toContain('Visale');
    expect((await ana.get(dossier)).body).not.toContain('Toits');
  });
});

describe('somebody else’s dossier', () => {
  const startForCy = async () => {
    await ana.get('/dossiers/nouveau');
    const wrong = await ana.post('/dossiers/nouveau', { who: 'other', firstNames: 'Cy', birthName: 'Ortiz', noEmail: 'on' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('il faut cet accord');
    const made = await ana.post('/dossiers/nouveau', {
      who: 'other',
      firstNames: 'Cy',
      birthName: 'Ortiz',
      relation: 'mon fils',
      email: 'cy@example.org',
      mandate: 'on',
    });
    return made.location ?? expect.fail();
  };

  it('is listed beside one’s own, and stands in the name of whom it is for', async () => {
    const other = await startForCy();
    expect((await ana.get('/dossier')).location).toBe('/dossiers');
    const list = (await ana.get('/dossiers')).body;
    expect(list).toContain('Dossier de Cy Ortiz');
    expect(list).toContain('Vous le remplissez pour une autre personne');
    expect((await ana.get(other)).body).toContain('Dossier de Cy Ortiz');
  });

  it('can be agreed to, then objected to: links are cut and nothing can be sent; the maker is told each time', async () => {
    const other = await startForCy();
    const page = await invitation();
    const cy = new Browser(app);
    expect((await cy.get(page)).body).toContain('Ana Ortiz remplit un dossier pour vous');
    await cy.post(`${page}/accord`);
    expect((await newMails(house)).map((mail) => mail.text).join()).toContain('est d’accord');
    expect((await cy.get(page)).body).toContain('Vous pouvez encore changer d’avis');
    await cy.post(`${page}/refuser`);
    expect((await newMails(house)).map((mail) => mail.text).join()).toContain('Les liens sont coupés');
    await ana.get(`${other}/envoyer`);
    const refused = await ana.post(`${other}/envoyer`, { sworn: 'on' });
    expect(refused.status).toBe(422);
  });

  it('can be taken over: from then on the maker sees none of it', async () => {
    const other = await startForCy();
    const page = await invitation();
    await confirmedAccount(house, 'cy@example.org');
    const cy = await signedIn(app, 'cy@example.org');
    await cy.get(page);
    expect((await cy.post(`${page}/accepter`)).location).toBe(other);
    expect((await cy.get(other)).body).toContain('Dossier de Cy Ortiz');
    expect((await ana.get(other)).status).toBe(404);
  });

  it('is one’s own again by choice, and the other’s address is erased', async () => {
    await ana.get(`${dossier}/pour-qui`);
    const other = {
      who: 'other',
      firstNames: 'Cy',
      birthName: 'Ek',
      relation: 'mon fils',
      email: 'cy@example.org',
      mandate: 'on',
    };
    expect((await ana.post(`${dossier}/pour-qui`, other)).location).toBe(`${dossier}/composition`);
    expect((await ana.get(`${dossier}/pour-qui`)).body).toContain('cy@example.org');
    await ana.post(`${dossier}/pour-qui`, { who: 'self' });
    expect((await ana.get(`${dossier}/pour-qui`)).body).not.toContain('cy@example.org');
    expect(await house.db.selectFrom('invitation').select('id').execute()).toEqual([]);
  });
});

describe('a helper', () => {
  const helped = async (rights: Readonly<Record<string, string>> = {}) => {
    await ana.get(`${dossier}/aidants`);
    const fields = { email: 'hal@example.org', days: '30', agreed: 'on', ...rights };
    expect((await ana.post(`${dossier}/aidants`, fields)).status).toBe(303);
    const page = await invitation();
    if (!(await house.db.selectFrom('account').select('id').where('email', '=', 'hal@example.org').executeTakeFirst()))
      await confirmedAccount(house, 'hal@example.org');
    const hal = await signedIn(app, 'hal@example.org');
    expect((await hal.get(page)).body).toContain('30 jours');
    await hal.post(`${page}/accepter`);
    return hal;
  };

  it('sees whose dossier it is, fills it, and each act is told to the person as done for them', async () => {
    const hal = await helped();
    const page = await hal.get(`${dossier}/${anaPerson}/hebergement`);
    expect(page.body).toContain('Vous aidez Ana Ortiz');
    await hal.post(`${dossier}/${anaPerson}/hebergement`, { situation: 'home.other', text: 'Une phrase' });
    expect((await ana.get(`${dossier}/visites`)).body).toContain('hal@example.org, pour Ana Ortiz');
  });

  it('stands beside the members in the list of acts, each told by name', async () => {
    await helped();
    const acts = (await ana.get(`${dossier}/visites`)).body.split('Ce que les personnes de ce dossier ont fait').at(-1);
    expect(acts).toMatch(/a changé des noms(?:<[^>]*>|\s)*<bdi>Ana Ortiz<\/bdi>/);
    expect(acts).toContain('a changé qui est dans le dossier');
  });

  it('may do what was ticked and nothing else', async () => {
    const hal = await helped();
    for (const path of ['liens/nouveau', 'liens', 'composition', 'aidants'])
      expect((await hal.get(`${dossier}/${path}`)).status, path).toBe(404);
    await hal.get(`${dossier}/envoyer`);
    expect((await hal.post(`${dossier}/envoyer`, { sworn: 'on' })).status).toBe(404);
  });

  it('may make links when that was ticked', async () => {
    const hal = await helped({ links: 'on' });
    expect((await hal.get(`${dossier}/liens/nouveau`)).status).toBe(200);
  });

  it('is out at the next request after the mandate was stopped, and once it has run', async () => {
    const hal = await helped();
    expect((await hal.get(dossier)).status).toBe(200);
    const stop = /action="([^"]+\/arreter)"/.exec((await ana.get(`${dossier}/aidants`)).body)?.[1] ?? expect.fail();
    await ana.post(stop);
    expect((await hal.get(dossier)).status).toBe(404);
    const again = await helped();
    expect((await again.get(dossier)).status).toBe(200);
    house.pass(31 * DAY_MS);
    const later = await signedIn(app, 'hal@example.org');
    expect((await later.get(dossier)).status).toBe(404);
  });
});
