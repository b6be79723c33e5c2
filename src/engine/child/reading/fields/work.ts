import type { Fact, PaperFacts } from '#domain/findings/facts.ts';
import { siretIsRight } from '#domain/findings/numbers.ts';
import { collect, verdict } from './collect.ts';
import { inSentence, type PaperText } from './pick.ts';
import { AMOUNT, ANY_DATE, PERSON, toAmount, toDate, toPerson, toSiret, toText } from './values.ts';

const EMPLOYER = /(?:SOCIETE|ENTREPRISE|ASSOCIATION|EMPLOYEUR ?:) ([A-Z][^,;]{2,60})/;
const SIGNED = /SIGNATURE[^.]{0,60}\(SIGNE\)|SIGNE (?:ELECTRONIQUEMENT|NUMERIQUEMENT)|DOCUSIGN|YOUSIGN|LU ET APPROUVE/;

/** The person of a contract or a certificate: a title, a name, then the birth or a comma. */
const personOf = (paper: PaperText): Fact | null =>
  inSentence(paper, new RegExp(`(?:ET|QUE) (?:MME|MLLE|M\\.?|MR|MONSIEUR|MADAME) ${PERSON.source},? NEE?\\b`), toPerson) ??
  inSentence(paper, new RegExp(`(?:MME|MLLE|M\\.|MR|MONSIEUR|MADAME) ${PERSON.source},? NEE?\\b`), toPerson) ??
  inSentence(
    paper,
    new RegExp(`(?:ATTESTE|CERTIFIE)(?:NS|ONS)? QUE (?:MME|MLLE|M\\.?|MONSIEUR|MADAME) ${PERSON.source}`),
    toPerson,
  );

const KINDS = [
  ['CDI', /DUREE INDETERMINEE|\bCDI\b/],
  ['CDD', /DUREE DETERMINEE|\bCDD\b/],
  ['interim', /CONTRAT DE MISSION|TRAVAIL TEMPORAIRE/],
  ['alternance', /APPRENTISSAGE|PROFESSIONNALISATION/],
  ['stage', /CONVENTION DE STAGE/],
] as const;

/** The kind named first. */
function kindOf(paper: PaperText): Fact | null {
  const found = KINDS.flatMap(([kind, pattern]) => {
    const at = paper.flow.folded.search(pattern);
    const fact = at < 0 ? null : inSentence(paper, pattern, () => kind);
    return fact ? [{ at, fact }] : [];
  }).sort((a, b) => a.at - b.at);
  return found[0]?.fact ?? null;
}

/** Reads a contract of work, a certificate of an employer, an agreement of an internship. */
export function readWorkPaper(paper: PaperText): PaperFacts['fields'] {
  const siret = inSentence(paper, /SIRET ?:? ?((?:\d ?){14})(?!\d)/, toSiret);
  return collect({
    full_name: personOf(paper),
    employer: inSentence(paper, EMPLOYER, toText),
    siret,
    siret_check: verdict(siret, siretIsRight),
    contract_kind: kindOf(paper),
    contract_start: inSentence(
      paper,
      new RegExp(`(?:A COMPTER DU|A PARTIR DU|PREND EFFET LE|DEPUIS LE|EN DATE DU) ${ANY_DATE.source}`),
      toDate,
    ),
    contract_end: inSentence(paper, new RegExp(`(?:JUSQU'AU|PREND(?:RA)? FIN LE|TERME (?:LE|DU|AU)) ${ANY_DATE.source}`), toDate),
    gross: inSentence(paper, new RegExp(`(?:BRUTE?|REMUNERATION|SALAIRE)[^\\d]{0,60}${AMOUNT.source}`), toAmount),
    date: inSentence(paper, new RegExp(`FAIT .{0,60}LE ${ANY_DATE.source}`), toDate),
    signed: inSentence(paper, SIGNED, () => 'yes'),
  });
}
