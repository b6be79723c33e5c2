import type { PaperFacts } from '#domain/findings/facts.ts';
import { addressee } from './address.ts';
import { collect } from './collect.ts';
import { inSentence, labelled, type PaperText } from './pick.ts';
import { AMOUNT, ANY_DATE, MONTH, PERSON, toAmount, toDate, toMonth, toPerson, toSiret, toText } from './values.ts';

/** Reads a notice of benefits, unemployment pay, pension, turnover, an accountant's certificate: person, month or day, amount. */
export function readBenefits(paper: PaperText): PaperFacts['fields'] {
  return collect({
    full_name:
      labelled(paper, /(?:NOM(?: ET PRENOM)?|ALLOCATAIRE|ASSUREE?|BENEFICIAIRE) ?:/, PERSON, toPerson) ??
      inSentence(
        paper,
        new RegExp(`(?:ATTESTE|CERTIFIE)(?:NS|ONS)? QUE (?:MME|M\\.?|MONSIEUR|MADAME) ${PERSON.source}`),
        toPerson,
      ) ??
      addressee(paper).name,
    period: labelled(paper, /MOIS|PERIODE|POUR/, MONTH, toMonth) ?? inSentence(paper, MONTH, toMonth),
    date: labelled(paper, /FAIT A.*,? LE|EDITEE? LE|DELIVREE? LE|EN DATE DU|\bLE(?= \d)/, ANY_DATE, toDate),
    amount: labelled(paper, /NET A PAYER|MONTANT (?:NET|PAYE|TOTAL|VERSE)|TOTAL/, AMOUNT, toAmount),
  });
}

/** Reads an extract of a register of companies. */
export function readCompany(paper: PaperText): PaperFacts['fields'] {
  return collect({
    holder: labelled(paper, /DENOMINATION(?: SOCIALE)? ?:?|RAISON SOCIALE ?:?/, /([A-Z].*)/, toText),
    full_name: labelled(paper, /(?:NOM, PRENOMS?|GERANT|PRESIDENT|REPRESENTANT) ?:?/, PERSON, toPerson),
    siret: inSentence(paper, /SIRET ?:? ?((?:\d ?){14})(?!\d)/, toSiret),
    date: labelled(paper, /EN DATE DU|A JOUR AU|EDITEE? LE|EXTRAIT DU/, ANY_DATE, toDate),
  });
}
