import { PROCESSINGS, TECHNICAL_TABLES, type Basis, type Processing } from '#domain/privacy/processings.ts';
import { PIECE_DAYS, retentionTable, type Duration, type RetentionKey } from '#domain/retention/table.ts';
import { translator } from '#i18n/translate.ts';
import { generatedFrom, table } from './markdown.ts';

const t = translator('fr');

const BASES: Readonly<Record<Basis, string>> = {
  public_task: 'mission d’intérêt public (RGPD, article 6-1 e)',
  consent: 'consentement (RGPD, article 6-1 a)',
  legal_duty: 'obligation légale (RGPD, article 6-1 c)',
};

const rowOf = (key: RetentionKey) => retentionTable().find((row) => row.key === key);
const lengthOf = ({ months = 0, days = 0 }: Duration) =>
  [months > 0 ? `${months} mois` : '', days > 0 ? `${days} jour${days > 1 ? 's' : ''}` : '']
    .filter((part) => part !== '')
    .join(' et ');

const keptOf = (key: RetentionKey) => {
  const row = rowOf(key);
  if (!row) return [];
  const length = row.keep ? `${lengthOf(row.keep)} ${t(`legal.since_${row.since}`)}` : t(`legal.since_${row.since}`);
  return [`${t(`legal.row_${key}`)} : ${length}, ${t(`legal.then_${row.then}`)}`];
};

/** How long everything is kept, with the mails before and what happens then. */
export function retentionPage(): string {
  return [
    generatedFrom('`src/domain/retention/table.ts`'),
    '',
    '# Durées de conservation',
    '',
    `Les tâches de fond, la page « Données personnelles » et cette page suivent la même table. Les documents sont gardés ${PIECE_DAYS.usual} jours`,
    `après la dernière visite ; un exploitant peut choisir de ${PIECE_DAYS.least} à ${PIECE_DAYS.most} jours.`,
    '',
    table(
      ['clé', 'données', 'gardées', 'courriels avant la fin', 'ensuite'],
      retentionTable().map((row) => [
        `\`${row.key}\``,
        t(`legal.row_${row.key}`),
        `${row.keep ? lengthOf(row.keep) : t('legal.privacy_no_length')} ${t(`legal.since_${row.since}`)}`,
        row.warnings.length > 0 ? row.warnings.map(lengthOf).join(' ; ') : '–',
        t(`legal.then_${row.then}`),
      ]),
    ),
    '',
  ].join('\n');
}

const sectionOf = (one: Processing) => [
  `## ${one.title}`,
  '',
  table(
    ['', ''],
    [
      ['But', one.purpose],
      ['Base légale', BASES[one.basis]],
      ['Personnes', one.people],
      ['Données', one.data],
      ['Qui les voit', one.recipients],
      ['Durée', [...one.kept.flatMap(keptOf), ...(one.ends ? [one.ends] : [])].join('<br>')],
      ['Tables', one.tables.map((name) => `\`${name}\``).join(', ')],
    ],
  ),
  '',
];

/** The register of processings (GDPR, article 30). @param processings those of the service */
export function registerPage(processings: readonly Processing[] = PROCESSINGS): string {
  return [
    generatedFrom('`src/domain/privacy/processings.ts` and `src/domain/retention/table.ts`'),
    '',
    '# Registre des traitements',
    '',
    'Le responsable du traitement est l’organisme qui exploite le service : ses mentions légales le nomment. Aucune donnée ne sort de l’Union européenne.',
    'Chaque document est chiffré avec sa propre clé ; chaque regard d’un agent est noté avant que la page soit montrée.',
    '',
    ...processings.flatMap(sectionOf),
    '## Tables sans donnée personnelle',
    '',
    table(
      ['table', 'contenu'],
      Object.entries(TECHNICAL_TABLES).map(([name, what]) => [`\`${name}\``, what]),
    ),
    '',
  ].join('\n');
}
