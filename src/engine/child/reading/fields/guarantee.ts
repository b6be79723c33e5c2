import type { PaperFacts } from '#domain/findings/facts.ts';
import { collect } from './collect.ts';
import { inSegments, inSentence, labelled, type PaperText } from './pick.ts';
import { AMOUNT, ANY_DATE, PERSON, toAmount, toDate, toPerson, toText } from './values.ts';

/** Reads a Visale visa or the certificate of another guarantor. */
export function readGuarantee(paper: PaperText): PaperFacts['fields'] {
  const span = (which: 'start' | 'end') =>
    inSentence(
      paper,
      new RegExp(
        which === 'start'
          ? `(?:VALABLE|VALIDITE|VALIDE) (?:DU )?${ANY_DATE.source} AU`
          : `(?:VALABLE|VALIDITE|VALIDE)[^.]{0,40}(?:JUSQU'AU|AU) ${ANY_DATE.source}`,
      ),
      toDate,
    );
  const people = inSegments(paper, new RegExp(`BENEFICIAIRES? ?(?:\\(S\\))? ?\\d? ?: ?${PERSON.source}`), toPerson);
  const named =
    people.length > 0 ? people : [labelled(paper, /BENEFICIAIRE|LOCATAIRE/, PERSON, toPerson)].flatMap((fact) => fact ?? []);
  return collect({
    full_name: named,
    certificate_number: labelled(
      paper,
      /(?:NUMERO|N°) (?:DE |DU )?(?:VISA|CERTIFICAT|CONTRAT) ?:?/,
      /([A-Z0-9][A-Z0-9-]{4,})/,
      toText,
    ),
    max_rent: labelled(paper, /LOYER (?:MAXIMAL|MAXIMUM)|MONTANT (?:MAXIMAL|MAXIMUM) DU LOYER/, AMOUNT, toAmount),
    issue_date: span('start') ?? labelled(paper, /DELIVREE? LE|EMISE? LE/, ANY_DATE, toDate),
    expiry_date: span('end') ?? labelled(paper, /EXPIRE LE|FIN DE VALIDITE/, ANY_DATE, toDate),
  });
}
