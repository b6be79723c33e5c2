import { beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '#domain/stats/figure.ts';
import { indicators } from '#domain/stats/indicators.ts';
import { loadFigures } from '#store/figures.repository.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { decide, LoggedDossier } from '#testing/event-log.ts';
import { buildFigures } from './build-figures.ts';

let figures: readonly Figure[];

const times = async (count: number, work: (index: number) => Promise<void>) => {
  for (let i = 0; i < count; i += 1) await work(i);
};

/** Accepted at once on 3 November, opened two hours later. Twenty of them. */
async function acceptedAtOnce(house: TestHouse, again: boolean): Promise<void> {
  const dossier = new LoggedDossier(house, '2025-11-03T10:00');
  await dossier.at('2025-11-03T10:00', 'dossier.created', { language: 'fr', device: 'ordinateur' });
  await dossier.at('2025-11-03T10:10', 'identity.filled');
  await dossier.at('2025-11-03T11:00', 'file.first_upload');
  await dossier.at('2025-11-03T11:05', 'file.first_upload');
  await dossier.at('2025-11-03T11:00', 'piece.usable', {}, 6);
  await dossier.at('2025-11-03T11:01', 'piece.usable', {}, 30);
  for (const category of ['identity', 'home', 'activity', 'income'])
    await dossier.at('2025-11-03T11:20', 'category.satisfied', { category });
  await dossier.at('2025-11-03T11:30', 'dossier.completed');
  const sent = { language: 'fr', device: 'ordinateur', kind: 'alone', departement: '75' };
  await dossier.at('2025-11-03T12:00', 'dossier.submitted', sent);
  await decide(dossier, '2025-11-03T15:00', { hours: 3 });
  await dossier.at('2025-11-03T15:00', 'dossier.verified', { kind: 'alone' }, 1);
  await dossier.at('2025-11-03T16:00', 'link.created');
  await dossier.at('2025-11-03T17:00', 'link.opened', { status: 'verified', recipient: 'new', proof: 'checked' }, 10);
  if (!again) return;
  await dossier.at('2025-12-20T09:00', 'dossier.verified', { kind: 'alone' }, 1);
  await dossier.at('2025-12-21T09:00', 'link.opened', { status: 'verified', recipient: 'known', proof: 'checked' }, 10);
}

/** A couple, refused on 20 December, verified on 10 January. Fifteen of them. */
async function repairedOverNewYear(house: TestHouse): Promise<void> {
  const dossier = new LoggedDossier(house, '2025-12-18T10:00');
  await dossier.at('2025-12-18T10:00', 'dossier.created', { language: 'ar', device: 'mobile' });
  await dossier.at('2025-12-18T11:00', 'file.first_upload');
  await dossier.at('2025-12-19T17:00', 'dossier.completed');
  const sent = { language: 'ar', device: 'mobile', kind: 'couple', departement: '69' };
  await dossier.at('2025-12-19T18:00', 'dossier.submitted', sent);
  const refused = { category: 'tax', reason: 'pages_missing', incomplete: true };
  await decide(dossier, '2025-12-20T18:00', { hours: 24, refused });
  await dossier.at('2026-01-08T18:00', 'dossier.resubmitted');
  await decide(dossier, '2026-01-10T18:00', { hours: 48, pass: 'later', categories: ['tax'] });
  await dossier.at('2026-01-10T18:00', 'dossier.verified', { kind: 'couple' }, 2);
  await dossier.at('2026-01-12T09:00', 'link.opened', { status: 'verified', recipient: 'new', proof: 'sealed' }, 20);
  await dossier.at('2026-01-13T09:00', 'link.opened', { status: 'verified', recipient: 'new', proof: 'sealed' }, 20);
}

/** Told at sending what was missing, sent two days later, to be corrected, opened as it was, never verified. Twelve of them. */
async function neverVerified(house: TestHouse): Promise<void> {
  const dossier = new LoggedDossier(house, '2025-11-10T09:00');
  await dossier.at('2025-11-10T09:00', 'dossier.created', { language: 'fr', device: 'mobile' });
  await dossier.at('2025-11-10T10:00', 'dossier.submission_refused');
  await dossier.at('2025-11-12T08:00', 'dossier.completed');
  const sent = { language: 'fr', device: 'mobile', kind: 'alone', departement: '75' };
  await dossier.at('2025-11-12T09:00', 'dossier.submitted', sent);
  await decide(dossier, '2025-11-13T09:00', { hours: 24, refused: { category: 'income', reason: 'unreadable' } });
  await dossier.at('2025-11-14T09:00', 'link.opened', { status: 'to_correct', recipient: 'new', proof: 'lower' }, 8);
}

/** Begun and left. Eleven of them. */
async function left(house: TestHouse): Promise<void> {
  const dossier = new LoggedDossier(house, '2025-11-20T09:00');
  await dossier.at('2025-11-20T09:00', 'dossier.created', { language: 'en', device: 'inconnu' });
}

/** Verified by seals alone, within the hour, never opened. Eleven of them. */
async function sealedOnly(house: TestHouse): Promise<void> {
  const dossier = new LoggedDossier(house, '2025-12-01T07:30');
  await dossier.at('2025-12-01T07:30', 'dossier.created', { language: 'fr', device: 'ordinateur' });
  await dossier.at('2025-12-01T08:00', 'file.first_upload');
  await dossier.at('2025-12-01T09:00', 'dossier.completed');
  const sent = { language: 'fr', device: 'ordinateur', kind: 'alone', departement: '2A' };
  await dossier.at('2025-12-01T09:00', 'dossier.submitted', sent);
  await dossier.at('2025-12-01T09:00', 'dossier.verified', { kind: 'alone' }, 1);
}

beforeAll(async () => {
  await emptyDatabase();
  const house = await testHouse('2026-06-15T09:00:00Z');
  await times(30, async (index) => {
    const account = new LoggedDossier(house, '2025-11-02T10:00');
    await account.at('2025-11-02T10:00', 'account.created', { language: 'fr' });
    await account.at('2025-11-02T10:05', 'account.confirmed');
    // Twelve say where they live the next day, eleven seven weeks later, seven never.
    if (index < 12) await account.at('2025-11-03T10:00', 'account.placed', { departement: '75' });
    else if (index < 23) await account.at('2025-12-21T10:00', 'account.placed', { departement: '69' });
  });
  await times(20, (index) => acceptedAtOnce(house, index === 0));
  await times(15, () => repairedOverNewYear(house));
  await times(12, () => neverVerified(house));
  await times(11, () => left(house));
  await times(11, () => sealedOnly(house));
  await house.db
    .insertInto('publicCounter')
    .values([
      { day: '2025-11-05', name: 'satisfaction.good', hits: 33 },
      { day: '2025-11-06', name: 'satisfaction.fair', hits: 5 },
      { day: '2025-11-07', name: 'satisfaction.bad', hits: 2 },
      { day: '2025-11-07', name: 'verify.genuine', hits: 7 },
      { day: '2025-11-08', name: 'verify.altered', hits: 1 },
      { day: '2025-11-08', name: 'verify.unknown', hits: 5 },
    ])
    .execute();
  await buildFigures(house);
  figures = await loadFigures(house.db);
});

const figureOf = (indicator: string, period: string, part = 'ensemble'): Figure | undefined => {
  const [dimension = '', modality = 'ensemble'] = part.split('=');
  const granularity = period === 'cumul' ? 'cumul' : period.length === 10 ? 'semaine' : period.length === 7 ? 'mois' : 'annee';
  return figures.find(
    (figure) =>
      figure.indicator === indicator &&
      figure.granularity === granularity &&
      (granularity === 'cumul' || figure.periodStart.startsWith(period)) &&
      figure.dimension === dimension &&
      figure.modality === modality,
  );
};

const NOVEMBER = '2025-11';
const DECEMBER = '2025-12';
const JANUARY = '2026-01';

/** Indicator, period, breakdown, value, numerator, denominator: each computed by hand from the stories above. */
const EXPECTED: readonly (readonly [string, string, string, number | null, (number | null)?, (number | null)?])[] = [
  ['U1', NOVEMBER, 'ensemble', 30],
  ['U1', DECEMBER, 'ensemble', 0],
  ['U1', NOVEMBER, 'departement=75', 10],
  ['U1', NOVEMBER, 'departement=inconnu', 20],
  ['U1', NOVEMBER, 'origine=organic', 30],
  ['U1_dossiers', NOVEMBER, 'ensemble', 43],
  ['U1_dossiers', DECEMBER, 'ensemble', 26],
  ['U2_complete', NOVEMBER, 'ensemble', 32],
  ['U2_complete', DECEMBER, 'ensemble', 26],
  ['U2', NOVEMBER, 'ensemble', 32],
  ['U2', DECEMBER, 'ensemble', 26],
  ['U2', '2025', 'ensemble', 58],
  ['U2', '2026', 'ensemble', 0],
  ['U2', 'cumul', 'ensemble', 58],
  ['U2', DECEMBER, 'langue=ar', 15],
  ['U2', NOVEMBER, 'langue=ar', 0],
  ['U2', 'cumul', 'langue=fr', 40],
  ['U2', NOVEMBER, 'departement=75', 30],
  ['U2', DECEMBER, 'departement=2A', 10],
  ['U2', DECEMBER, 'type_dossier=couple', 15],
  ['U2', NOVEMBER, 'appareil=mobile', 12],
  ['U3', NOVEMBER, 'ensemble', 20],
  ['U3', DECEMBER, 'ensemble', 11],
  ['U3', JANUARY, 'ensemble', 15],
  ['U3', 'cumul', 'ensemble', 46],
  ['U3_12_months', '2025', 'ensemble', 50],
  ['U3_people', JANUARY, 'ensemble', 30],
  ['U3_people', 'cumul', 'ensemble', 61],
  ['U4', NOVEMBER, 'ensemble', 100, 20, 20],
  ['U4', DECEMBER, 'ensemble', 0, 0, 11],
  ['U4', 'cumul', 'ensemble', 76.09, 35, 46],
  ['U4_openings', NOVEMBER, 'ensemble', 32],
  ['U4_openings', JANUARY, 'ensemble', 30],
  ['U6', NOVEMBER, 'etape=submitted', 74.42, 32, 43],
  ['U6', NOVEMBER, 'etape=verified', 46.51, 20, 43],
  ['U6', NOVEMBER, 'etape=category_tax', 0, 0, 43],
  ['U6', DECEMBER, 'etape=verified', 100, 26, 26],
  ['U6', DECEMBER, 'etape=decided', 57.69, 15, 26],
  ['U6_identity', NOVEMBER, 'langue=fr', 62.5, 20, 32],
  ['U6_first_upload', NOVEMBER, 'langue=fr', 62.5, 20, 32],
  ['U6_category_identity', NOVEMBER, 'langue=fr', 62.5, 20, 32],
  ['U6_category_home', NOVEMBER, 'langue=fr', 62.5, 20, 32],
  ['U6_category_activity', NOVEMBER, 'langue=fr', 62.5, 20, 32],
  ['U6_category_income', NOVEMBER, 'langue=fr', 62.5, 20, 32],
  ['U6_category_tax', NOVEMBER, 'langue=fr', 0, 0, 32],
  ['U6_submitted', NOVEMBER, 'langue=fr', 100, 32, 32],
  ['U6_submitted', NOVEMBER, 'langue=en', 0, 0, 11],
  ['U6_decided', NOVEMBER, 'appareil=mobile', 100, 12, 12],
  ['U6_verified', NOVEMBER, 'appareil=mobile', 0, 0, 12],
  ['U6_verified', DECEMBER, 'langue=ar', 100, 15, 15],
  ['U6_link', NOVEMBER, 'appareil=ordinateur', 100, 20, 20],
  ['U6_opened', NOVEMBER, 'langue=fr', 100, 32, 32],
  ['U7', '2025-11-03', 'ensemble', 20],
  ['U7', '2026-01-12', 'ensemble', 0],
  ['S1', NOVEMBER, 'ensemble', 62.5, 20, 32],
  ['S1', NOVEMBER, 'appareil=ordinateur', 100, 20, 20],
  ['S1', NOVEMBER, 'appareil=mobile', 0, 0, 12],
  ['S1', DECEMBER, 'langue=ar', 0, 0, 15],
  ['E1', NOVEMBER, 'appareil=ordinateur', 1.6, 20, 20],
  ['E1', NOVEMBER, 'langue=fr', 1, 20, 32],
  ['S2', NOVEMBER, 'ensemble', 0, 0, 12],
  ['S2', DECEMBER, 'ensemble', 100, 15, 15],
  ['S2', 'cumul', 'ensemble', 55.56, 15, 27],
  ['S3', NOVEMBER, 'ensemble', 7.5, 12, 160],
  ['S3', DECEMBER, 'ensemble', 20, 15, 75],
  ['S3', DECEMBER, 'categorie_document=tax', 100, 15, 15],
  ['S3', 'cumul', 'ensemble', 10.8, 27, 250],
  ['S3_reasons', NOVEMBER, 'motif=unreadable', 7.5, 12, 160],
  ['S3_reasons', DECEMBER, 'motif=pages_missing', 20, 15, 75],
  ['S3_income', NOVEMBER, 'motif=unreadable', 37.5, 12, 32],
  ['S3_tax', DECEMBER, 'motif=pages_missing', 100, 15, 15],
  ['S4', JANUARY, 'ensemble', 456, null, 15],
  ['S4_working', JANUARY, 'ensemble', 175.5, null, 15],
  ['S5', JANUARY, 'ensemble', 100, 15, 15],
  ['S6', '2025-11-03', 'ensemble', 1, 20, 20],
  ['S6', '2025-12-01', 'ensemble', 0, 0, 11],
  ['S6', '2026-01-05', 'ensemble', 2, 30, 15],
  ['S6_rounds', NOVEMBER, 'etape=decisions_1', 100, 20, 20],
  ['S6_rounds', DECEMBER, 'etape=decisions_0', 100, 11, 11],
  ['S6_rounds', JANUARY, 'etape=decisions_2', 100, 15, 15],
  ['S7', NOVEMBER, 'ensemble', 100, 12, 12],
  ['S7', DECEMBER, 'ensemble', 0, 0, 15],
  ['S8', NOVEMBER, 'ensemble', 100, 32, 32],
  ['S8', DECEMBER, 'ensemble', 0, 0, 15],
  ['I1', NOVEMBER, 'langue=en', -100, 0, 11],
  ['I1', DECEMBER, 'langue=ar', 0, 15, 15],
  ['I1', DECEMBER, 'langue=en', null, 0, 0],
  ['I2', NOVEMBER, 'appareil=mobile', 0, 12, 12],
  ['I2', NOVEMBER, 'appareil=inconnu', -100, 0, 11],
  ['A1', NOVEMBER, 'ensemble', 82.5, 33, 40],
  ['V1', NOVEMBER, 'ensemble', 3, null, 32],
  ['V1_p90', NOVEMBER, 'ensemble', 24, null, 32],
  ['V1_working', NOVEMBER, 'ensemble', 3, null, 32],
  ['V1_working_p90', NOVEMBER, 'ensemble', 15, null, 32],
  ['V1_working', DECEMBER, 'ensemble', 4.5, null, 15],
  ['V1_24h', NOVEMBER, 'ensemble', 62.5, 20, 32],
  ['V1_24h', DECEMBER, 'ensemble', 0, 0, 15],
  ['V4', NOVEMBER, 'ensemble', 4, null, 20],
  ['V4', JANUARY, 'ensemble', 559, null, 15],
  ['V4_working', JANUARY, 'ensemble', 221.5, null, 15],
  ['V4_p90', DECEMBER, 'ensemble', 1, null, 11],
  ['V4_working_p90', DECEMBER, 'ensemble', 1, null, 11],
  ['V4_usable', NOVEMBER, 'ensemble', 0.005, null, 40],
  ['V4_usable_p90', NOVEMBER, 'ensemble', 0.0083, null, 40],
  ['S4_p90', JANUARY, 'ensemble', 456, null, 15],
  ['S4_working_p90', JANUARY, 'ensemble', 175.5, null, 15],
  ['V3_no_touch', NOVEMBER, 'ensemble', 0, 0, 20],
  ['V3_no_touch', DECEMBER, 'ensemble', 100, 11, 11],
  ['P1', NOVEMBER, 'ensemble', 74, 148, 32],
  ['P1', JANUARY, 'ensemble', 150, 300, 15],
  ['P2', JANUARY, 'ensemble', 0.68, 300, 15],
  ['T5', NOVEMBER, 'ensemble', 62.5, 20, 32],
  ['T5', JANUARY, 'ensemble', 100, 15, 15],
  ['T5_levels', NOVEMBER, 'niveau_preuve=lower', 37.5, 12, 32],
  ['T5_levels', JANUARY, 'niveau_preuve=sealed', 100, 15, 15],
  ['T6', NOVEMBER, 'ensemble', 25, 8, 32],
];

/** The year that goes on, and all time of figures whose window reaches today. */
const STILL_OPEN = new Set(['U2 2026', 'U4 cumul', 'S2 cumul']);

/** Kinds of papers that nobody had to correct in these stories: no reason, so no line. */
const NEVER_CORRECTED = ['S3_identity', 'S3_home', 'S3_activity', 'S3_guarantee', 'S3_company'];

describe('from a fixed log of events', () => {
  const rows = EXPECTED.map(([indicator, period, part, ...numbers]) => ({ indicator, period, part, numbers }));
  test.each(rows)('$indicator of $period, $part, is $numbers', ({ indicator, period, part, numbers }) => {
    const [value, numerator = null, denominator = null] = numbers;
    const status = STILL_OPEN.has(`${indicator} ${period}`) ? 'provisoire' : 'definitif';
    expect(figureOf(indicator, period, part)).toMatchObject({ value, numerator, denominator, status });
  });

  test('every series of every definition is computed by hand above', () => {
    const known = new Set(EXPECTED.map(([indicator]) => indicator));
    const all = indicators.flatMap((indicator) => indicator.series.map((series) => series.id));
    expect(all.filter((id) => !known.has(id))).toEqual(NEVER_CORRECTED);
    expect(figures.filter((figure) => NEVER_CORRECTED.includes(figure.indicator))).toEqual([]);
  });

  test('a dossier verified twice counts once in U3', () => {
    expect(figureOf('U3', NOVEMBER)?.value).toBe(20);
    expect(figureOf('U3', DECEMBER)?.value).toBe(11);
  });

  test('one refused on 20 December and verified on 10 January counts in S2', () => {
    expect(figureOf('S2', DECEMBER)).toMatchObject({ numerator: 15, denominator: 15 });
  });

  test('a percentage carries its Wilson interval, paper its range', () => {
    expect(figureOf('S1', NOVEMBER)).toMatchObject({ low: 45.25, high: 77.07 });
    expect(figureOf('P1', NOVEMBER)).toMatchObject({ low: 44.4, high: 118.4 });
  });

  test('what nobody measures is published as unavailable', () => {
    expect(figures.filter((figure) => figure.status === 'non_disponible').map((figure) => figure.indicator)).toContain('T2');
    expect(figureOf('T2', '2026-05')).toMatchObject({ value: null, status: 'non_disponible' });
  });

  test('no figure is later than the last closed month', () => {
    expect(figures.every((figure) => figure.periodEnd <= '2026-05-31')).toBe(true);
  });
});
