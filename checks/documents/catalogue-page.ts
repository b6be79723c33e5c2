import { MAX_FILE_BYTES, MAX_PIECE_BYTES } from '#domain/catalogue/limits.ts';
import { annexOf, papersFor } from '#domain/catalogue/papers.ts';
import { CATEGORIES, type Fresh, type Role, type Situation } from '#domain/catalogue/situation.ts';
import { CATEGORIES_OF_ROLE, SITUATIONS, type SituationKey } from '#domain/catalogue/situations.ts';
import { statementText } from '#domain/catalogue/statements.ts';
import { toLegacy } from '#domain/catalogue/legacy.ts';
import { reasonsFor } from '#domain/review/reasons.ts';
import { translator } from '#i18n/translate.ts';
import { generatedFrom, table } from './markdown.ts';

const t = translator('fr');

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  T: 'locataire',
  N: 'garant, personne',
  C: 'garant, société',
  O: 'organisme garant',
};

/** Rules of dates as a lawyer reads them, without a day to compute them for. */
const FRESH: Readonly<Record<Fresh, string>> = {
  none: 'sans condition de date',
  valid: 'en cours de validité',
  until: 'dont la fin n’est pas passée',
  age3: 'de moins de 3 mois',
  age24: 'de moins de 24 mois',
  payslip3:
    'de 3 mois qui se suivent : jusqu’au 15 du mois M, M−4 à M−2 demandés ; à partir du 16, M−3 à M−1 ; un mois plus récent convient',
  rent3:
    'de 3 mois qui se suivent : jusqu’au 15 du mois M, M−5 à M−3 demandés ; à partir du 16, M−4 à M−2 ; un mois plus récent convient',
  rent1: 'd’un mois de la même période que les quittances',
  tax: 'avis attendu ou avant-dernier ; l’avis attendu change le 15 septembre',
  ptax: 'de l’année ; celui de l’année d’avant aussi jusqu’au 28 septembre',
  school: 'de l’année scolaire en cours ou à venir ; celle qui finit aussi jusqu’au 14 septembre',
  quarter: 'du dernier trimestre complet ; du précédent aussi pendant le premier mois',
  ongoing: 'en cours, ou dont le début est à venir',
};

function papersOf(row: Situation, role: Role): string {
  const ways = papersFor(row, role).map((together) =>
    together
      .map((paper) => {
        const marks = [
          FRESH[paper.fresh],
          ...(paper.signed ? [t('proof.signed')] : []),
          ...(paper.allPages ? [t('proof.all_pages')] : []),
          ...(paper.min === 0 ? [t('proof.welcome')] : []),
        ];
        const law =
          paper.lines.length === 0 ? t('law.volunteered').toLowerCase() : `annexe ${annexOf(role)}, ${paper.lines.join(', ')}`;
        return `${t(`paper.${paper.kind}`)} (${marks.join(' ; ')}) — ${law}`;
      })
      .join(' **et** '),
  );
  const text = statementText(row.key);
  if (text) ways.push(`déclaration créée par le service : « ${t(`statement.text.${text}`)} »`);
  else if (row.without === 'text' && row.category !== 'income') ways.push('quelques phrases écrites par la personne');
  return ways.join('<br>**ou** ') || '—';
}

const amountOf = (row: Situation) =>
  row.amount === 'positive'
    ? 'montant net mensuel en euros, 1 au moins ; « je ne peux pas fournir de document » avec une explication est toujours possible'
    : row.amount === 'zero'
      ? 'aucun montant'
      : '';

function situationPart(row: Situation): string {
  const key = row.key as SituationKey;
  const { category, sub, step } = toLegacy(key);
  const lines = [
    `### \`${key}\` — ${t(`situation.${key}.title`)}`,
    '',
    `${t(`situation.${key}.hint`)}`,
    '',
    ...(row.retired ? ['**Retirée** : lue, jamais proposée.', ''] : []),
    ...(row.from !== undefined ? [`Proposée à partir du ${row.from}.`, ''] : []),
    ...(row.until !== undefined ? [`Proposée jusqu’au ${row.until}.`, ''] : []),
    ...(row.retired ? [] : row.who.flatMap((role) => [`- **${ROLE_NAMES[role]}** : ${papersOf(row, role)}`])),
    `- fichiers : ${row.limits.files[1] === 0 ? 'aucun' : `${row.limits.files[0]} à ${row.limits.files[1]}, ${row.limits.pages} pages au plus`}`,
    ...(row.text ? [`- texte : ${row.text.max} caractères au plus`] : []),
    ...(amountOf(row) === '' ? [] : [`- ${amountOf(row)}`]),
    `- nom pour les partenaires : \`${category}\` / \`${sub}\`${step === null ? '' : ` / \`${step}\``}`,
    `- motifs de correction propres : ${[
      ...new Set(
        row.who.flatMap((role) =>
          reasonsFor(row, role)
            .filter((reason) => reason.reach !== 'generic')
            .map((reason) => reason.key),
        ),
      ),
    ]
      .map((reason) => `\`${reason}\``)
      .join(', ')}`,
  ];
  return lines.join('\n');
}

/** The catalogue for a reader who does not code: every situation with its papers, dates, lines of the decree, limits and partner names. */
export function cataloguePage(rows: readonly Situation[] = SITUATIONS): string {
  const of = (role: Role) => [
    ROLE_NAMES[role],
    CATEGORIES_OF_ROLE[role].map((category) => t(`category.${category}.title`)).join(', '),
  ];
  return [
    generatedFrom('`src/domain/catalogue`'),
    '',
    '# Catalogue des situations et des documents',
    '',
    'Cette page dit ce que le service propose à l’écran, situation par situation : les documents acceptés, leurs dates, le point du décret',
    'n° 2015-1437 qui permet de les demander, les limites d’envoi. Les numéros de points (`B-1`…) suivent l’ordre du décret et sont les nôtres.',
    'Un document marqué « seulement si vous le souhaitez » n’est jamais demandé : il est proposé pour que personne ne soit laissé dehors.',
    'Le texte de la loi est à confirmer sur Légifrance avant toute publication.',
    '',
    'Une carte d’identité française délivrée à un adulte de 2004 à 2013 pour 10 ans est valable 5 ans de plus.',
    '',
    '## Ce qui est demandé à chacun',
    '',
    table(['qui', 'rubriques'], (['T', 'N', 'C', 'O'] as const).map(of)),
    '',
    'L’avis d’impôt est recommandé. Il n’est demandé que si aucun revenu n’est prouvé par un document.',
    `Un fichier : ${MAX_FILE_BYTES / 1024 / 1024} Mio au plus. Une réponse : ${MAX_PIECE_BYTES / 1024 / 1024} Mio au plus.`,
    ...CATEGORIES.flatMap((category) => [
      '',
      `## ${t(`category.${category}.title`)}`,
      '',
      t(`category.${category}.why`),
      ...rows.filter((row) => row.category === category).flatMap((row) => ['', situationPart(row)]),
    ]),
    '',
  ].join('\n');
}
