import type { PaperFacts } from '#domain/findings/facts.ts';
import { taxNumberIsRight } from '#domain/findings/numbers.ts';
import { addressee } from './address.ts';
import { collect, verdict } from './collect.ts';
import { everyLabelled, inSegments, inSentence, labelled, type PaperText } from './pick.ts';
import { ANY_DATE, toAmount, toDate, toText, toWhole, WHOLE } from './values.ts';

const year = (text: string) => text;

/** Reads a notice of income tax or a declarative statement. Tax number and notice reference are checked here and go no further. */
export function readTaxNotice(paper: PaperText): PaperFacts['fields'] {
  const block = addressee(paper);
  const sheets = inSegments(paper, /(?:PAGE|FEUILLET)? ?\b\d{1,2} ?[/] ?(\d{1,2})$/, toText).filter(
    (fact) => Number(fact.value) >= 1,
  );
  return collect({
    full_name: block.name,
    address: block.address,
    income_year: inSentence(paper, /IMPOT (?:ET PRELEVEMENTS SOCIAUX )?SUR LES REVENUS DE (?:L'ANNEE )?(\d{4})/, year),
    notice_year: inSentence(paper, /AVIS D'IMPOT (?:\w+ )?(?:ETABLI )?EN (\d{4})/, year),
    recovery_date: labelled(paper, /MISE EN RECOUVREMENT/, ANY_DATE, toDate),
    tax_number_check: verdict(
      inSentence(paper, /NUMERO FISCAL[^\d]{0,20}((?:\d ?){13})/, (text) => text.replace(/\D/g, '')),
      taxNumberIsRight,
    ),
    tax_shares: labelled(paper, /NOMBRE DE PARTS?/, /(\d{1,2}[,.] ?\d{1,2})/, toAmount),
    // Every one of them: what is sealed must be the only one that is printed.
    reference_income: everyLabelled(paper, /REVENU FISCAL DE REFERENCE/, WHOLE, toWhole, 'last'),
    sheet_total: sheets[0] ?? null,
  });
}

/** Reads a notice of property tax. */
export function readPropertyTax(paper: PaperText): PaperFacts['fields'] {
  const block = addressee(paper);
  return collect({
    full_name: block.name,
    address: block.address,
    owner: labelled(paper, /PROPRIETAIRE(?:\(S\))? ?:/, /([A-Z].*)/, toText),
    year: inSentence(
      paper,
      /TAXES? FONCIERES? (?:POUR )?(\d{4})|AVIS D'IMPOT (\d{4})/,
      (text) => /\d{4}/.exec(text)?.[0] ?? null,
    ),
  });
}
