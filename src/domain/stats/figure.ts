import type { CivilDate } from '#kernel/civil-date.ts';

// The words of the public format are French: they are columns and codes of a published schema, not names of ours.
export const GRANULARITIES = ['jour', 'semaine', 'mois', 'annee', 'cumul'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

export const DIMENSIONS = [
  'ensemble',
  'departement',
  'origine',
  'type_dossier',
  'categorie_document',
  'motif',
  'langue',
  'canal',
  'appareil',
  'etape',
  'niveau_preuve',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const UNITS = ['nombre', 'pourcent', 'point', 'heure', 'euro', 'page', 'feuille', 'kg', 'note'] as const;
export type Unit = (typeof UNITS)[number];

export const STATUSES = ['definitif', 'provisoire', 'secret', 'non_disponible'] as const;
export type FigureStatus = (typeof STATUSES)[number];

/** The whole, without breakdown: the only modality of the dimension of the same name. */
export const WHOLE = 'ensemble';

/** One published figure, a row of the long format. Source: review page, 14. */
export interface Figure {
  readonly periodStart: CivilDate;
  readonly periodEnd: CivilDate;
  readonly granularity: Granularity;
  /** `S2`, `V1_working_p90`… */
  readonly indicator: string;
  readonly definitionVersion: number;
  readonly dimension: Dimension;
  readonly modality: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 95 % interval, or the range of an assumption. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
  readonly status: FigureStatus;
}
