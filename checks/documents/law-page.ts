import { papersFor } from '#domain/catalogue/papers.ts';
import type { Role } from '#domain/catalogue/situation.ts';
import { SITUATIONS, type SituationKey } from '#domain/catalogue/situations.ts';
import { ANNEX_I, ANNEX_II_COMPANY, ANNEX_II_NATURAL, DECREE } from '#domain/law/decree.ts';
import { judgeItem } from '#domain/law/check-request.ts';
import { LAW_ITEMS, type Party } from '#domain/law/items.ts';
import { translator } from '#i18n/translate.ts';
import { generatedFrom, table } from './markdown.ts';

const t = translator('fr');

/** Which papers of which situations rest on each line of an annex. */
function linesTable(lines: readonly string[], role: Role): string {
  return table(
    ['point', 'situations et documents'],
    lines.map((line) => [
      line,
      SITUATIONS.filter((row) => row.who.some((who) => who === role))
        .flatMap((row) => {
          const papers = papersFor(row, role)
            .flat()
            .filter((paper) => paper.lines.some((one) => one === line))
            .map((paper) => t(`paper.${paper.kind}`));
          return papers.length > 0 ? [`\`${row.key satisfies SituationKey}\` : ${[...new Set(papers)].join(', ')}`] : [];
        })
        .join('<br>'),
    ]),
  );
}

/** The lines of the decree and what of the catalogue rests on each; what the request checker answers. */
export function lawPage(): string {
  const verdict = (item: (typeof LAW_ITEMS)[number], party: Party) => {
    const { verdict: said, condition, article } = judgeItem(item, party);
    return [t(`law.verdict.${said}`), ...(condition ? [t(`law.if.${condition}`)] : []), ...(article ? [article.line] : [])].join(
      ' ; ',
    );
  };
  return [
    generatedFrom('`src/domain/law` and `src/domain/catalogue`'),
    '',
    '# Les lignes du décret et le catalogue',
    '',
    `Décret n° ${DECREE.number}, pris pour l’article 22-2 de la loi n° 89-462 : <${DECREE.url}>. Texte à confirmer sur Légifrance avant publication.`,
    'Chaque point doit être prouvable par une situation au moins, et chaque situation ne cite que des points de l’annexe : un test le vérifie dans les deux sens.',
    '',
    '## Annexe I : candidat à la location',
    '',
    linesTable(ANNEX_I, 'T'),
    '',
    '## Annexe II : garant, personne',
    '',
    linesTable(ANNEX_II_NATURAL, 'N'),
    '',
    '## Annexe II : garant, société',
    '',
    linesTable(ANNEX_II_COMPANY, 'C'),
    '',
    '## Ce que répond le vérificateur de demandes',
    '',
    table(
      ['demande', 'au locataire', 'au garant'],
      LAW_ITEMS.map((item) => [t(`law.item.${item.key}`), verdict(item, 'candidate'), verdict(item, 'guarantor')]),
    ),
    '',
  ].join('\n');
}
