import { shiftMonths, type CivilDate } from '#kernel/civil-date.ts';
import { DIMENSIONS, GRANULARITIES, STATUSES, UNITS, WHOLE, type Figure } from '#domain/stats/figure.ts';
import { DEFINITION_CHANGES, indicators, seriesKey, UNAVAILABLE } from '#domain/stats/indicators.ts';
import { translator } from '#i18n/translate.ts';
import { changelog, licence, readme } from './open-data-texts.ts';

/** A file of `/stats/data`, before it has an entity tag. */
export interface PublishedFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** Who publishes, for the descriptions. */
export interface Publisher {
  readonly serviceName: string;
  readonly baseUrl: string;
}

/** Version of the schema, by semantic versioning. */
export const SCHEMA_VERSION = '1.0.0';
const SCHEMA_CREATED = '2026-11-25';

/** A field of the Table Schema (Frictionless), in the order of columns. Source: review page, 14. */
interface Field {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'date' | 'string' | 'integer' | 'number';
  readonly constraints?: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
  };
  readonly of: (figure: Figure) => string | number | null;
}

const required = { required: true } as const;

const FIELDS: readonly Field[] = [
  {
    name: 'periode_debut',
    title: 'Début',
    description: 'Premier jour de la période.',
    type: 'date',
    constraints: required,
    of: (one) => one.periodStart,
  },
  {
    name: 'periode_fin',
    title: 'Fin',
    description: 'Dernier jour de la période, compris.',
    type: 'date',
    constraints: required,
    of: (one) => one.periodEnd,
  },
  {
    name: 'granularite',
    title: 'Granularité',
    description: 'Durée de la période.',
    type: 'string',
    constraints: { ...required, enum: GRANULARITIES },
    of: (one) => one.granularity,
  },
  {
    name: 'indicateur',
    title: 'Indicateur',
    description: 'Code de l’indicateur, décrit dans definitions.csv.',
    type: 'string',
    constraints: { ...required, pattern: '^[A-Z][0-9]+(_[a-z0-9_]+)?$' },
    of: (one) => one.indicator,
  },
  {
    name: 'version_definition',
    title: 'Version',
    description: 'Version de la définition.',
    type: 'integer',
    constraints: { ...required, minimum: 1 },
    of: (one) => one.definitionVersion,
  },
  {
    name: 'dimension',
    title: 'Dimension',
    description: 'Ce par quoi le chiffre est détaillé.',
    type: 'string',
    constraints: { ...required, enum: DIMENSIONS },
    of: (one) => one.dimension,
  },
  {
    name: 'modalite',
    title: 'Modalité',
    description: 'Valeur de la dimension ; ensemble sans détail.',
    type: 'string',
    constraints: required,
    of: (one) => one.modality,
  },
  { name: 'valeur', title: 'Valeur', description: 'Le chiffre.', type: 'number', of: (one) => one.value },
  {
    name: 'numerateur',
    title: 'Numérateur',
    description: 'Combien de cas répondent à la définition.',
    type: 'integer',
    of: (one) => one.numerator,
  },
  {
    name: 'denominateur',
    title: 'Dénominateur',
    description: 'Sur combien de cas.',
    type: 'integer',
    of: (one) => one.denominator,
  },
  {
    name: 'borne_basse',
    title: 'Borne basse',
    description: 'Bas de l’intervalle à 95 %, ou de l’hypothèse.',
    type: 'number',
    of: (one) => one.low,
  },
  {
    name: 'borne_haute',
    title: 'Borne haute',
    description: 'Haut de l’intervalle à 95 %, ou de l’hypothèse.',
    type: 'number',
    of: (one) => one.high,
  },
  {
    name: 'unite',
    title: 'Unité',
    description: 'Unité de la valeur.',
    type: 'string',
    constraints: { enum: UNITS },
    of: (one) => one.unit,
  },
  {
    name: 'statut',
    title: 'Statut',
    description: 'Définitif, provisoire, secret ou non disponible.',
    type: 'string',
    constraints: { ...required, enum: STATUSES },
    of: (one) => one.status,
  },
];

const PRIMARY_KEY = ['periode_debut', 'granularite', 'indicateur', 'version_definition', 'dimension', 'modalite'];

/** A CSV file as RFC 4180 has it: CRLF, quotes only where they are needed, doubled inside. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function schemaOf({ serviceName, baseUrl }: Publisher) {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: 'dossier-location-indicateurs',
    title: 'Indicateurs mensuels',
    description: 'Indicateurs publics d’un service de dossier de location, un chiffre par ligne.',
    version: SCHEMA_VERSION,
    created: SCHEMA_CREATED,
    lastModified: DEFINITION_CHANGES[0].day,
    homepage: `${baseUrl}/stats`,
    contributors: [{ title: serviceName, role: 'author', path: baseUrl }],
    resources: [{ title: 'Exemple valide', name: 'exemple-valide', path: `${baseUrl}/stats/data/exemple-valide.csv` }],
    fields: FIELDS.map(({ of: _, ...field }) => field),
    primaryKey: PRIMARY_KEY,
    missingValues: [''],
  };
}

/** Lines that a reader of the schema can try their tools on; made up. */
function exampleFigures(): readonly Figure[] {
  const start = '2026-10-01' as CivilDate;
  const row = {
    periodStart: start,
    periodEnd: '2026-10-31' as CivilDate,
    granularity: 'mois',
    definitionVersion: 1,
    dimension: WHOLE,
    modality: WHOLE,
    low: null,
    high: null,
  } as const;
  const none = { value: null, numerator: null, denominator: null } as const;
  return [
    { ...row, indicator: 'U2', value: 1250, numerator: null, denominator: null, unit: 'nombre', status: 'definitif' },
    { ...row, ...none, indicator: 'U2', dimension: 'langue', modality: 'ar', unit: 'nombre', status: 'secret' },
    {
      ...row,
      indicator: 'S2',
      value: 62.5,
      numerator: 125,
      denominator: 200,
      low: 55.62,
      high: 68.92,
      unit: 'pourcent',
      status: 'provisoire',
    },
    { ...row, ...none, indicator: 'T2', unit: 'note', status: 'non_disponible' },
    {
      ...row,
      periodStart: shiftMonths(start, -1),
      periodEnd: '2026-09-30' as CivilDate,
      indicator: 'V1',
      value: 5.25,
      numerator: null,
      denominator: 980,
      unit: 'heure',
      status: 'definitif',
    },
  ];
}

const figuresCsv = (figures: readonly Figure[]) =>
  csv(
    FIELDS.map((field) => field.name),
    figures.map((figure) => FIELDS.map((field) => field.of(figure))),
  );

function definitionsCsv(): string {
  const t = translator('fr');
  const rows = indicators.flatMap((indicator) =>
    indicator.series.map((series, index) => [
      series.id,
      indicator.version,
      t(`stats.section_${indicator.section}`),
      index === 0 && !series.of
        ? t(`stats.${indicator.id}.title`)
        : `${t(`stats.${indicator.id}.title`)} – ${t(seriesKey(series))}`,
      t(`stats.${indicator.id}.definition`),
      t(`stats.${indicator.id}.numerator`),
      t(`stats.${indicator.id}.denominator`),
      series.unit,
      indicator.granularities.join(' '),
      [...(indicator.whole ? [WHOLE] : []), ...indicator.dimensions].join(' '),
      indicator.windowDays,
      indicator.limits.map((limit) => t(`stats.limit.${limit}`)).join(' '),
      `src/store/indicators/facts.ts ${indicator.id}`,
    ]),
  );
  const missing = UNAVAILABLE.map(({ id, unit, section }) => [
    ...[id, 1, t(`stats.section_${section}`), t(`stats.${id}.title`), t('stats.unavailable')],
    ...['', '', unit, 'mois', WHOLE, 0, '', ''],
  ]);
  return csv(
    [
      ...['indicateur', 'version_definition', 'rubrique', 'titre', 'definition', 'numerateur', 'denominateur', 'unite'],
      ...['granularites', 'dimensions', 'fenetre_jours', 'limites', 'requete'],
    ],
    [...rows, ...missing],
  );
}

function packageOf(publisher: Publisher) {
  const resource = (name: string, path: string, title: string, schema?: string) => ({
    name,
    path,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: schema ? 'tabular-data-resource' : 'data-resource',
    ...(schema ? { schema } : {}),
  });
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/data-package.json',
    profile: 'data-package',
    name: 'dossier-location-indicateurs',
    title: 'Indicateurs mensuels',
    description: 'Chiffres de la page publique de statistiques, et ce qu’ils mesurent.',
    version: SCHEMA_VERSION,
    homepage: `${publisher.baseUrl}/stats`,
    licenses: [
      {
        name: 'etalab-2.0',
        title: 'Licence Ouverte 2.0',
        path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
      },
    ],
    contributors: [{ title: publisher.serviceName, role: 'publisher', path: publisher.baseUrl }],
    resources: [
      resource('indicateurs', 'indicateurs.csv', 'Indicateurs', 'schema.json'),
      resource('definitions', 'definitions.csv', 'Définitions'),
      resource('exemple-valide', 'exemple-valide.csv', 'Exemple valide', 'schema.json'),
    ],
  };
}

const CSV = 'text/csv; charset=utf-8; header=present';
const JSON_TYPE = 'application/json; charset=utf-8';
const MARKDOWN = 'text/markdown; charset=utf-8';

/** Every file of `/stats/data`, made from the figures. Figures are in their stored order, so the same ones make the same bytes. */
export function openDataFiles(figures: readonly Figure[], publisher: Publisher): readonly PublishedFile[] {
  const rows = figures.map((figure) => Object.fromEntries(FIELDS.map((field) => [field.name, field.of(figure)])));
  return [
    { name: 'indicateurs.csv', type: CSV, body: figuresCsv(figures) },
    { name: 'indicateurs.json', type: JSON_TYPE, body: `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n` },
    { name: 'definitions.csv', type: CSV, body: definitionsCsv() },
    { name: 'schema.json', type: JSON_TYPE, body: json(schemaOf(publisher)) },
    { name: 'datapackage.json', type: JSON_TYPE, body: json(packageOf(publisher)) },
    { name: 'exemple-valide.csv', type: CSV, body: figuresCsv(exampleFigures()) },
    { name: 'README.md', type: MARKDOWN, body: readme(publisher, FIELDS) },
    { name: 'LICENSE', type: 'text/plain; charset=utf-8', body: licence(publisher) },
    { name: 'CHANGELOG.md', type: MARKDOWN, body: changelog() },
  ];
}
