/**
 * Where the service asks for an opinion on « Je donne mon avis »: what ends a procedure, and nowhere else. The mails of the verification are
 * held in `src/ui/feedback-link.test.tsx`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { submitDossier } from '#features/dossiers/submit-dossier.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { landlordAt, linkOf, memberAt } from '#testing/full-site.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { fillPart } from '#testing/household-site.ts';
import { newMails } from '#testing/mail-reader.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, TEST_FORM_SECRET, testServer } from '#testing/test-site.ts';
import { declareNoGuarantor } from '#features/dossiers/answer-later.ts';
import { doorsOf } from './doors.ts';
import { feedbackAddresses } from './feedback.ts';
import { startTenant } from './seed.ts';
import { readSettings } from './settings.ts';

const START_MS = 240_000;
const SITE = 'jedonnemonavis.numerique.gouv.fr';
const IDS = {
  JDMA_TENANT_PRODUCT: '2871',
  JDMA_TENANT_BUTTON: '3452',
  JDMA_LANDLORD_PRODUCT: '2872',
  JDMA_LANDLORD_BUTTON: '3453',
};
const TENANT = `https://${SITE}/Demarches/2871?button=3452`;
const LANDLORD = `https://${SITE}/Demarches/2872?button=3453`;

/** Screens that end a procedure; those of the landlord space and of the stamp tool join when they exist. */
const SCREENS = [
  ['the page after submission', TENANT],
  ['the dashboard of a verified dossier', TENANT],
  ['the dossier as the landlord reads it', LANDLORD],
] as const;
/** Pages on which nothing is asked. */
const QUIET = ['the home page', 'the dashboard before the verification', 'the door of a link'] as const;

type Seen = Readonly<Record<string, string>>;

/** Everything that the list names, as it comes. @param environment settings of the operator */
async function walk(environment: Readonly<Record<string, string>>): Promise<Seen> {
  await emptyDatabase();
  const feedback = feedbackAddresses(readSettings(environment));
  const made = await fullHouse();
  const house: FullHouse = { ...made, settings: { ...made.settings, feedback } };
  const app = testServer(house, doorsOf(house, { formSecret: TEST_FORM_SECRET }), { jdma: feedback });
  const who = await startTenant(house, 'camille@tenants.test');
  await fillPart(house, who, SPECIMEN_PEOPLE[0], 1987);
  await declareNoGuarantor(house, who);
  const sent = await submitDossier(house, { ...who, message: '', sworn: true });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const submission = (await newMails(house)).map(({ text }) => text).join('\n');
  const browser = await memberAt({ house, app }, 'camille@tenants.test');
  const at = `/dossiers/${who.dossierId}`;
  const after = (await browser.get(`${at}/envoye`)).body;
  const waiting = (await browser.get(at)).body;
  const { path } = await linkOf({ house, app }, who);
  const door = (await new Browser(app).get(path)).body;
  const shown = (await (await landlordAt({ house, app }, path, 'agence@landlords.test')).get(path)).body;
  await house.db.updateTable('dossier').set({ status: 'verified' }).where('id', '=', who.dossierId).execute();
  await house.db.updateTable('person').set({ status: 'verified' }).where('id', '=', who.personId).execute();
  const verified = (await browser.get(at)).body;
  return {
    'the page after submission': after,
    'the dashboard of a verified dossier': verified,
    'the dossier as the landlord reads it': shown,
    'the home page': (await new Browser(app).get('/')).body,
    'the dashboard before the verification': waiting,
    'the door of a link': door,
    'the mail after submission': submission,
  };
}

let set: Seen;
let unset: Seen;

beforeAll(async () => {
  set = await walk(IDS);
  unset = await walk({});
}, START_MS);

describe.each(SCREENS)('%s', (screen, address) => {
  test('leads to the opinion of its procedure, in a new window that is announced, by an address that holds nothing of anybody', () => {
    const links = [...(set[screen] ?? '').matchAll(/<a [^>]*jedonnemonavis[^>]*>/g)].map(([link]) => link);
    expect(links).toHaveLength(1);
    expect(links[0]).toContain(`href="${address}"`);
    expect(links[0]).toContain('target="_blank" rel="noopener noreferrer" title="Je donne mon avis - nouvelle fenêtre"');
  });
});

test('the mail after submission leads there by the same address', () => {
  expect(set['the mail after submission']?.match(/https:\/\/jedonnemonavis\S+/g)).toEqual([TENANT]);
});

test.each(QUIET)('%s asks for nothing', (page) => {
  expect(set[page]).toContain('<h1');
  expect(set[page]).not.toContain(SITE);
});

test.each([...SCREENS.map(([screen]) => screen), ...QUIET, 'the mail after submission'])(
  'without identifiers of the operator, %s has no such link',
  (place) => {
    expect(unset[place]).toMatch(/\S/);
    expect(unset[place]).not.toContain(SITE);
  },
);
