import type { Fact, PaperFacts } from '#domain/findings/facts.ts';
import { birthOfNir, nirIsRight, sexOfNir, siretIsRight } from '#domain/findings/numbers.ts';
import { addressee } from './address.ts';
import { collect, verdict } from './collect.ts';
import { everyIn, everyLabelled, inSegments, inSentence, inTable, labelled, rightOf, type PaperText } from './pick.ts';
import { AMOUNT, ANY_DATE, MONTH, toAmount, toDate, toMonth, toPerson, toSiret, toText, PERSON } from './values.ts';

const SIRET = /SIRET ?:? ?((?:\d ?){14})(?!\d)/;
const NIR = /(?:N° ?(?:DE )?(?:SS|SECU(?:RITE SOCIALE)?)|NIR) ?:? ?([12478](?: ?[0-9AB]){14})/;
const NET_TAXABLE = /NET ?(?:FISCAL|IMPOSABLE)/;
const CUMULATED = /\bC?UMULS?\b/;

/** The employer: after its label, else the top of the block that holds the SIRET. */
function employerOf(paper: PaperText): Fact | null {
  const told = labelled(paper, /(?:RAISON SOCIALE|EMPLOYEUR) ?:/, /([A-Z].*)/, toText);
  if (told) return told;
  const siret = paper.segments.find((segment) => SIRET.test(segment.folded));
  if (!siret) return null;
  const block = paper.segments.filter(
    (other) => other.page === siret.page && Math.abs(other.box[0] - siret.box[0]) < 0.03 && other.box[1] < siret.box[1],
  );
  const near = block
    .sort((a, b) => b.box[1] - a.box[1])
    .filter((other) => siret.box[1] - other.box[1] < 0.06 && !/BULLETIN/.test(other.folded));
  const top = near.at(-1);
  return top ? (inSegments({ segments: [top], flow: top }, /^(.+)$/, toText)[0] ?? null) : null;
}

/** The withheld tax: the last amount of its row. */
const withholdingOf = (paper: PaperText) =>
  labelled(
    paper,
    /IMPOT (?:SUR LE REVENU )?PRELEVE A LA SOURCE|PRELEVEMENT A LA SOURCE|RETENUE A LA SOURCE/,
    AMOUNT,
    toAmount,
    'last',
  );

/** Amounts of the row of a cumulative line, left to right: gross, then net taxable, where the headings could not be read. */
function cumulated(paper: PaperText, heading: RegExp, position: number): Fact | null {
  const cell = inTable(paper, CUMULATED, heading, AMOUNT, toAmount);
  if (cell) return cell;
  const row = paper.segments.find((segment) => CUMULATED.test(segment.folded));
  if (!row) return null;
  const amounts = rightOf(paper, row).flatMap((segment) => inSegments({ segments: [segment], flow: segment }, AMOUNT, toAmount));
  return amounts.length >= 2 ? (amounts[position] ?? null) : null;
}

/** A number with cents, or with more decimals. */
const NUMBER = /(?<![\d,.])(\d{1,3}(?:[ .]?\d{3})*[,.] ?\d{2,6})(?!\d|\s?%)/;
const toNumber = (text: string): string | null => {
  const [whole, decimals] = text.replace(/ /g, '').split(/[,.](?=\d+$)/);
  return whole && decimals ? `${Number(whole.replace(/\D/g, ''))}.${decimals}` : null;
};
/** More hours than a month has work: the first number of the row is an amount. */
const MOST_HOURS = 400;

/** Numbers of a row, left to right: those of the segment that names it, then those of the segments right of it. */
function numbersOf(paper: PaperText, label: RegExp): readonly Fact[] {
  const named = paper.segments.find((segment) => label.test(segment.folded));
  if (!named) return [];
  return [named, ...rightOf(paper, named)].flatMap((segment) => everyIn(segment, NUMBER, toNumber));
}

/** Hours, rate and amount of the row of the base pay, when it says these three: of two numbers nobody knows which is which. */
function basePayOf(paper: PaperText) {
  const [hours, rate, pay, ...more] = numbersOf(paper, /SALAIRE (?:DE )?BASE|SALAIRE MENSUEL|TRAITEMENT (?:DE )?BASE/);
  if (!hours || !rate || !pay || more.length > 0 || Number(hours.value) > MOST_HOURS) return {};
  return { hours, hourly_rate: rate, base_pay: pay };
}

const LEAVE = /^\W*(?:CONGES?(?: PAYES)?|C\.?P\.?) (?:N(?![\w-])|(?:DE L'ANNEE )?EN COURS)/;
const DAYS = /(?<![\d,])(\d{1,2}(?:[,.] ?\d{1,2})?)(?![\d,])/;
const toDays = (text: string): string | null => Number(text.replace(/ /g, '').replace(',', '.')).toFixed(2);

/** Counters of leave, where the table names the running year: those of the year before do not move. */
const leaveOf = (paper: PaperText, heading: RegExp) => inTable(paper, LEAVE, heading, DAYS, toDays);

/** Reads a payslip. The social security number is checked here and goes no further: of it stay a sex and a month of birth. */
export function readPayslip(paper: PaperText): PaperFacts['fields'] {
  const block = addressee(paper);
  const start = inSentence(paper, new RegExp(`(?:PERIODE|PAIE|DU) ?:? ?(?:DU )?${ANY_DATE.source} AU `), toDate);
  const end = inSentence(paper, new RegExp(`\\bAU ${ANY_DATE.source}`), toDate);
  const month = start
    ? { ...start, value: start.value.slice(0, 7) }
    : labelled(paper, /PERIODE|MOIS DE|BULLETIN (?:DE PAIE|DE SALAIRE)/, MONTH, toMonth);
  const siret = inSentence(paper, SIRET, toSiret);
  const nir = inSentence(paper, NIR, (text) => text.replace(/ /g, ''));
  const rightNir = nir && nirIsRight(nir.value) ? nir : null;
  return collect({
    full_name: labelled(paper, /SALARIE ?(?:\(E\))? ?:|NOM ET PRENOM ?:/, PERSON, toPerson) ?? block.name,
    address: block.address,
    employer: employerOf(paper),
    siret,
    siret_check: verdict(siret, siretIsRight),
    nir_check: verdict(nir, nirIsRight),
    nir_sex: rightNir && { ...rightNir, value: sexOfNir(rightNir.value) },
    nir_birth: rightNir && { ...rightNir, value: birthOfNir(rightNir.value) },
    period: month,
    period_start: start,
    period_end: end,
    contract_start: labelled(paper, /(?:ENTREE|ANCIENNETE|DATE D'ENTREE) ?:/, ANY_DATE, toDate),
    date: labelled(paper, /VIREMENT|PAIEMENT|PAYE LE/, ANY_DATE, toDate),
    gross: labelled(paper, /SALAIRE BRUT|TOTAL BRUT|REMUNERATION BRUTE/, AMOUNT, toAmount),
    contributions: labelled(paper, /TOTAL (?:DES )?(?:COTISATIONS|RETENUES)/, AMOUNT, toAmount, 'right'),
    net_before_tax: everyLabelled(paper, /NET A PAYER AVANT/, AMOUNT, toAmount, 'last'),
    net_taxable:
      inTable(paper, /^\W*M[O0]\w{1,2}S?\W*$/, NET_TAXABLE, AMOUNT, toAmount) ??
      labelled(paper, /PRELEVEE? A LA SOURCE ?:? ?BASE|(?:^| )BASE(?= \d)/, AMOUNT, toAmount) ??
      labelled(paper, NET_TAXABLE, AMOUNT, toAmount),
    withholding: withholdingOf(paper),
    withholding_rate: inSentence(paper, /TAUX (?:PERSONNALISE |NEUTRE )?(\d{1,2}[,.] ?\d{1,2}) ?%/, (text) =>
      text.replace(',', '.').replace(' ', ''),
    ),
    net_paid: everyLabelled(paper, /NET (?:PAYE|A PAYER)(?! AVANT)/, AMOUNT, toAmount, 'last'),
    cumulative_gross: cumulated(paper, /^\W*(?:CUMUL )?BRUT\W*$/, 0),
    cumulative_net_taxable: cumulated(paper, NET_TAXABLE, 1),
    ...basePayOf(paper),
    leave_acquired: leaveOf(paper, /^\W*ACQUIS\W*$/),
    leave_taken: leaveOf(paper, /^\W*PRIS\W*$/),
    leave_balance: leaveOf(paper, /^\W*(?:SOLDE|RESTANTS?|RESTE)\W*$/),
    contract_kind: inSegments(paper, /\b(APPRENTIE?S?|CONTRAT D'APPRENTISSAGE|STAGIAIRE)\b/, (text) =>
      /^stag/i.test(text) ? 'stage' : 'alternance',
    ).slice(0, 1),
  });
}
