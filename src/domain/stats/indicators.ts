import type { CivilDate } from '#kernel/civil-date.ts';
import { CATEGORIES } from '../catalogue/situation.ts';
import type { Dimension, Granularity, Unit } from './figure.ts';

/** The five questions of the public page. */
export const SECTIONS = ['usable', 'used', 'useful', 'effective', 'efficient'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * How a published value is made of the facts of a period. A fact has a numerator, a denominator and, for durations, hours by the
 * calendar and hours of work.
 */
export type Measure =
  /** Sum of numerators. */
  | { readonly is: 'count' }
  /** Numerators ÷ denominators × 100, with the Wilson interval. */
  | { readonly is: 'percent' }
  /** Numerators of a modality ÷ denominators of the whole × 100. */
  | { readonly is: 'part_of_whole' }
  /** Numerators ÷ denominators × 100, where one case may count several times: no interval. */
  | { readonly is: 'per_hundred' }
  /** Numerators ÷ denominators. */
  | { readonly is: 'mean' }
  /** Rank among durations, 0.5 for the median; by the calendar or in working hours. */
  | { readonly is: 'duration'; readonly rank: 0.5 | 0.9; readonly clock: 'calendar' | 'working' }
  /** Points between the percentage of a modality and that of the reference. */
  | { readonly is: 'gap'; readonly reference: string }
  /** Percentage of a modality ÷ percentage of the whole. */
  | { readonly is: 'relative' }
  /** Sum of numerators × an assumption, shown with its range. */
  | { readonly is: 'assumed'; readonly factor: number; readonly low: number; readonly high: number };

/** What may be said against a figure; the words are `stats.limit.<key>`. */
export type LimitKey =
  | 'first_only'
  | 'declared'
  | 'no_age'
  | 'no_help'
  | 'no_refused_send'
  | 'household'
  | 'several_reasons'
  | 'print_assumption'
  | 'paper_weight'
  | 'no_declared_prints'
  | 'self_selected'
  | 'codes_too'
  | 'machine_counts'
  | 'office_hours'
  | 'rounded'
  | 'late_place'
  | 'origin'
  | 'rolling';

/** One published series of figures. */
export interface Series {
  readonly id: string;
  readonly measure: Measure;
  readonly unit: Unit;
  /** The part of the facts that it counts (a step, a category), where the query of its indicator tells several apart. */
  readonly of?: string;
}

/** A definition, as data: the page, the open data and the job of figures are made from it. */
export interface Indicator {
  /** Names its words: `stats.<id>.title`, `.definition`, `.numerator`, `.denominator`. */
  readonly id: IndicatorId;
  readonly section: Section;
  /** Raised when the meaning changes; figures of both versions stay apart. */
  readonly version: number;
  readonly series: readonly [Series, ...Series[]];
  readonly granularities: readonly Granularity[];
  /** Breakdowns, beside the whole. */
  readonly dimensions: readonly Dimension[];
  /** Published without breakdown, too. */
  readonly whole: boolean;
  /** Days after which a fact is final; figures are provisional until then, breakdowns unpublished. 0: at once. */
  readonly windowDays: number;
  /** Days after which a breakdown appears, where it settles later than the whole. Absent: with the whole. */
  readonly breakdownDays?: number;
  /** Only the twelve months up to the last closed one, in one figure. Rounded to ten: its growth must not tell a secret month. */
  readonly rolling?: true;
  readonly limits: readonly LimitKey[];
}

const MONTHLY = ['mois', 'annee', 'cumul'] as const satisfies readonly Granularity[];

const base = {
  version: 1,
  granularities: MONTHLY,
  dimensions: [],
  whole: true,
  windowDays: 0,
  limits: [],
} as const satisfies Partial<Indicator>;

const one = (id: string, measure: Measure, unit: Unit): readonly [Series] => [{ id, measure, unit }];
const count = (id: string) => one(id, { is: 'count' }, 'nombre');
const percent = (id: string) => one(id, { is: 'percent' }, 'pourcent');
/** One series for each part that a query tells apart: `U6_submitted`… */
const each = (
  id: string,
  measure: Measure,
  [first, ...others]: readonly [string, ...string[]],
): readonly [Series, ...Series[]] => {
  const series = (of: string): Series => ({ id: `${id}_${of}`, measure, unit: 'pourcent', of });
  return [series(first), ...others.map(series)];
};
const durations = (id: string): readonly [Series, ...Series[]] => [
  { id, measure: { is: 'duration', rank: 0.5, clock: 'calendar' }, unit: 'heure' },
  { id: `${id}_p90`, measure: { is: 'duration', rank: 0.9, clock: 'calendar' }, unit: 'heure' },
];
const worked = (id: string): readonly [Series, ...Series[]] => [
  ...durations(id),
  { id: `${id}_working`, measure: { is: 'duration', rank: 0.5, clock: 'working' }, unit: 'heure' },
  { id: `${id}_working_p90`, measure: { is: 'duration', rank: 0.9, clock: 'working' }, unit: 'heure' },
];

/** Chance that a landlord who opened a file on a screen would have got it on paper, and its range. An assumption, not a measure. */
export const PRINT_ASSUMPTION = { factor: 0.5, low: 0.3, high: 0.8 } as const;

/** Kilogrammes of one A4 sheet. An assumption. */
const SHEET_KG = 0.0045;

/** Steps of the funnel U6, in order. */
export const FUNNEL_STEPS = [
  'identity',
  'first_upload',
  'category_identity',
  'category_home',
  'category_activity',
  'category_income',
  'category_tax',
  'submitted',
  'decided',
  'verified',
  'link',
  'opened',
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** Most decisions before a verification that the distribution tells apart; more are counted with these. */
export const MOST_ROUNDS = 3;

/** Indicators whose facts the product writes, in the order of the page. Source: review page, 13.3. */
const INDICATORS = [
  {
    ...base,
    id: 'I1',
    section: 'usable',
    series: one('I1', { is: 'gap', reference: 'fr' }, 'point'),
    dimensions: ['langue'],
    whole: false,
    windowDays: 30,
    limits: ['rounded', 'declared', 'no_help'],
  },
  {
    ...base,
    id: 'I2',
    section: 'usable',
    series: one('I2', { is: 'gap', reference: 'ordinateur' }, 'point'),
    dimensions: ['appareil'],
    whole: false,
    windowDays: 30,
    limits: ['rounded', 'declared'],
  },
  { ...base, id: 'S8', section: 'usable', series: percent('S8'), dimensions: ['langue'], limits: ['rounded', 'first_only'] },
  { ...base, id: 'A1', section: 'usable', series: percent('A1'), limits: ['self_selected'] },
  {
    ...base,
    id: 'U1',
    section: 'used',
    series: count('U1'),
    dimensions: ['departement', 'origine'],
    breakdownDays: 30,
    limits: ['no_age', 'late_place', 'origin', 'rounded'],
  },
  { ...base, id: 'U1_dossiers', section: 'used', series: count('U1_dossiers'), limits: ['household'] },
  { ...base, id: 'U2_complete', section: 'used', series: count('U2_complete') },
  {
    ...base,
    id: 'U2',
    section: 'used',
    series: count('U2'),
    dimensions: ['langue', 'appareil', 'type_dossier', 'departement'],
    limits: ['first_only', 'declared', 'rounded'],
  },
  { ...base, id: 'U3', section: 'used', series: count('U3'), dimensions: ['type_dossier'], limits: ['rounded', 'first_only'] },
  {
    ...base,
    id: 'U3_12_months',
    section: 'used',
    series: count('U3_12_months'),
    granularities: ['annee'],
    rolling: true,
    limits: ['first_only', 'rolling'],
  },
  { ...base, id: 'U3_people', section: 'used', series: count('U3_people'), limits: ['first_only'] },
  {
    ...base,
    id: 'U6',
    section: 'used',
    series: percent('U6'),
    granularities: ['mois', 'annee', 'cumul'],
    dimensions: ['etape'],
    whole: false,
    windowDays: 30,
    limits: ['rounded', 'household'],
  },
  {
    ...base,
    id: 'U6_steps',
    section: 'used',
    series: each('U6', { is: 'percent' }, FUNNEL_STEPS),
    granularities: ['mois', 'annee', 'cumul'],
    dimensions: ['langue', 'appareil'],
    whole: false,
    windowDays: 30,
    limits: ['rounded', 'declared', 'household'],
  },
  { ...base, id: 'U4_openings', section: 'useful', series: count('U4_openings') },
  { ...base, id: 'U4', section: 'useful', series: percent('U4'), windowDays: 60 },
  { ...base, id: 'U7', section: 'useful', series: count('U7'), granularities: ['semaine'] },
  { ...base, id: 'S2', section: 'useful', series: percent('S2'), windowDays: 30, limits: ['first_only'] },
  { ...base, id: 'S7', section: 'useful', series: percent('S7'), windowDays: 3, limits: ['no_refused_send'] },
  {
    ...base,
    id: 'P1',
    section: 'useful',
    series: one('P1', { is: 'assumed', ...PRINT_ASSUMPTION }, 'feuille'),
    limits: ['print_assumption', 'no_declared_prints'],
  },
  {
    ...base,
    id: 'P2',
    section: 'useful',
    series: one(
      'P2',
      {
        is: 'assumed',
        factor: PRINT_ASSUMPTION.factor * SHEET_KG,
        low: PRINT_ASSUMPTION.low * SHEET_KG,
        high: PRINT_ASSUMPTION.high * SHEET_KG,
      },
      'kg',
    ),
    limits: ['print_assumption', 'paper_weight'],
  },
  {
    ...base,
    id: 'S1',
    section: 'effective',
    series: percent('S1'),
    dimensions: ['langue', 'appareil', 'type_dossier'],
    limits: ['rounded', 'first_only'],
  },
  {
    ...base,
    id: 'E1',
    section: 'effective',
    series: one('E1', { is: 'relative' }, 'nombre'),
    dimensions: ['langue', 'appareil'],
    whole: false,
    limits: ['rounded', 'first_only', 'declared'],
  },
  {
    ...base,
    id: 'S3',
    section: 'effective',
    series: percent('S3'),
    dimensions: ['categorie_document'],
    limits: ['rounded'],
  },
  {
    ...base,
    id: 'S3_reasons',
    section: 'effective',
    series: one('S3_reasons', { is: 'part_of_whole' }, 'pourcent'),
    dimensions: ['motif'],
    whole: false,
    limits: ['rounded', 'several_reasons'],
  },
  {
    ...base,
    id: 'S3_categories',
    section: 'effective',
    series: each('S3', { is: 'part_of_whole' }, CATEGORIES),
    dimensions: ['motif'],
    whole: false,
    limits: ['rounded', 'several_reasons'],
  },
  { ...base, id: 'S5', section: 'effective', series: percent('S5') },
  {
    ...base,
    id: 'S6',
    section: 'effective',
    series: one('S6', { is: 'mean' }, 'nombre'),
    granularities: ['semaine'],
    limits: ['machine_counts'],
  },
  {
    ...base,
    id: 'S6_rounds',
    section: 'effective',
    series: one('S6_rounds', { is: 'part_of_whole' }, 'pourcent'),
    dimensions: ['etape'],
    whole: false,
    limits: ['rounded', 'machine_counts'],
  },
  { ...base, id: 'T5', section: 'effective', series: percent('T5') },
  {
    ...base,
    id: 'T5_levels',
    section: 'effective',
    series: one('T5_levels', { is: 'part_of_whole' }, 'pourcent'),
    dimensions: ['niveau_preuve'],
    limits: ['rounded'],
    whole: false,
  },
  { ...base, id: 'T6', section: 'effective', series: one('T6', { is: 'per_hundred' }, 'nombre'), limits: ['codes_too'] },
  { ...base, id: 'V4_usable', section: 'efficient', series: durations('V4_usable') },
  { ...base, id: 'V1', section: 'efficient', series: worked('V1'), limits: ['first_only', 'office_hours'] },
  { ...base, id: 'V1_24h', section: 'efficient', series: percent('V1_24h'), limits: ['first_only'] },
  { ...base, id: 'S4', section: 'efficient', series: worked('S4'), limits: ['office_hours'] },
  { ...base, id: 'V4', section: 'efficient', series: worked('V4'), limits: ['first_only', 'office_hours'] },
  { ...base, id: 'V3_no_touch', section: 'efficient', series: percent('V3_no_touch'), limits: ['first_only'] },
] as const satisfies readonly (Omit<Indicator, 'id'> & { readonly id: string })[];

export type IndicatorId = (typeof INDICATORS)[number]['id'];

/** Indicators of the method whose facts nobody writes yet: published as unavailable, never left out. */
export const UNAVAILABLE = [
  { id: 'U5', unit: 'nombre', section: 'used' },
  { id: 'T1', unit: 'pourcent', section: 'effective' },
  { id: 'T2', unit: 'note', section: 'useful' },
  { id: 'T3', unit: 'nombre', section: 'useful' },
  { id: 'T4', unit: 'pourcent', section: 'effective' },
  { id: 'I3', unit: 'pourcent', section: 'usable' },
  { id: 'I4', unit: 'note', section: 'usable' },
  { id: 'I5', unit: 'note', section: 'usable' },
  { id: 'I6', unit: 'pourcent', section: 'used' },
  { id: 'I7', unit: 'point', section: 'useful' },
  { id: 'V2', unit: 'nombre', section: 'efficient' },
  { id: 'V3', unit: 'pourcent', section: 'efficient' },
  { id: 'A2', unit: 'heure', section: 'usable' },
  { id: 'A3', unit: 'pourcent', section: 'usable' },
  { id: 'O1', unit: 'pourcent', section: 'usable' },
  { id: 'O2', unit: 'nombre', section: 'efficient' },
  { id: 'O3', unit: 'euro', section: 'efficient' },
  { id: 'C1', unit: 'nombre', section: 'used' },
] as const satisfies readonly { readonly id: string; readonly unit: Unit; readonly section: Section }[];

/** Answers to the one question asked after sending; counted by day, without anybody's name. */
export const OPINIONS = ['good', 'fair', 'bad'] as const;

/** A change of what figures mean, newest first; the words are `stats.change.<version>`. */
export const DEFINITION_CHANGES = [{ version: '1.0.0', day: '2026-11-25' as CivilDate }] as const;

/** Indicators by id, as their interface says them. */
export const indicators: readonly Indicator[] = INDICATORS;

/** Days after the end of a period until its breakdowns are published; they never change afterwards. */
export function settlingDays(indicator: Pick<Indicator, 'windowDays' | 'breakdownDays'>): number {
  return indicator.breakdownDays ?? indicator.windowDays;
}

/** The key of the words that tell a series from the others of its indicator: a step, a kind of paper, a rank of durations. */
export function seriesKey({ id }: Pick<Series, 'id'>) {
  const step = FUNNEL_STEPS.find((one) => id === `U6_${one}`);
  if (step) return `stats.step_${step}` as const;
  const category = CATEGORIES.find((one) => id === `S3_${one}`);
  return category ? (`category.${category}.title` as const) : (`stats.series_${seriesKind(id)}` as const);
}

/** Which duration a series is: after the id of its indicator. */
function seriesKind(id: string): 'median' | 'p90' | 'working' | 'working_p90' {
  if (id.endsWith('_working_p90')) return 'working_p90';
  if (id.endsWith('_working')) return 'working';
  return id.endsWith('_p90') ? 'p90' : 'median';
}
