import { latinTokens } from '#domain/people/transliterate.ts';
import type { SpecimenPerson } from './people.ts';
import { startSheet } from './sheet.ts';
import { morningOf, type Specimen } from './specimen.ts';
import { dataMatrix, signedCode, specimenAuthority, type SpecimenAuthority } from './two-d-doc.ts';

/** What varies between notices; amounts are whole euros. */
export interface NoticeOptions {
  readonly referenceIncome?: number;
  /** Printed instead of the sealed amount, as a forger would. */
  readonly printedIncome?: number;
  /** `null`: the code carries a wrong signature. Left out: a new key. */
  readonly authority?: SpecimenAuthority | null;
  /** Data added to the code after its signature, which vouches for none of it. */
  readonly annex?: string;
}

const whole = new Intl.NumberFormat('fr-FR');
const euros = (amount: number) => whole.format(amount).replace(/[\u202f\u00a0]/g, ' ');

/** Header and message of the code of a notice: type 28, version 04. */
function codeContent(who: SpecimenPerson, incomeYear: number, income: number): string {
  const name = [...(latinTokens(who.lastName) ?? []), ...(latinTokens(who.firstNames) ?? [])].join(' ').slice(0, 38);
  const address = [`${who.street}`, '', '', who.town].map((line) => (latinTokens(line) ?? []).join(' '));
  const recovery = `3107${incomeYear + 1}`;
  return [
    'DC04FR000001FFFF25DC2801FR',
    `431\u001d44${(incomeYear + 1) % 100}99A12345678`,
    `45${incomeYear}46${name}\u001d4A${recovery}41${income}\u001d`,
    `473099123456789`,
    `4Y${address.join('/')}\u001d`,
  ].join('');
}

/** An income-tax notice of two pages with its 2D-Doc. @param incomeYear year of the income, the notice is of the next year */
export async function taxNotice(who: SpecimenPerson, incomeYear: number, options: NoticeOptions = {}): Promise<Specimen> {
  const income = options.referenceIncome ?? 21_551;
  const printed = options.printedIncome ?? income;
  const year = incomeYear + 1;
  const authority = options.authority === undefined ? specimenAuthority() : options.authority;
  const sheet = startSheet({
    producer: 'Éditique Imaginaire 1.0',
    creator: 'Éditique Imaginaire',
    createdAt: morningOf(`${year}-07-20`),
  });
  sheet.text(40, 50, `AVIS D’IMPÔT ÉTABLI EN ${year}`, { size: 14, bold: true });
  sheet.text(40, 68, `Impôt sur les revenus de ${incomeYear}`, { size: 11 });
  sheet.text(40, 84, 'Direction générale des finances publiques (modèle imaginaire)', { grey: true });
  sheet.text(448, 70, '2D-DOC', { size: 8 });
  const annex = options.annex === undefined ? '' : `\u001d${options.annex}`;
  sheet.image(440, 76, 100, await dataMatrix(signedCode(codeContent(who, incomeYear, income), authority) + annex));
  sheet.text(40, 120, 'Vos références', { bold: true });
  sheet.text(40, 136, 'Numéro fiscal : 30 99 123 456 789');
  sheet.text(40, 150, `Référence de l’avis : ${year % 100}99A12345678`);
  sheet.text(40, 164, `Date de mise en recouvrement : 31/07/${year}`);
  sheet.text(300, 136, `${who.firstNames} ${who.lastName}`.toUpperCase());
  sheet.text(300, 150, who.street);
  sheet.text(300, 164, who.town);
  sheet.text(500, 215, 'Déclarant 1', { right: true, bold: true });
  const rows = [
    ['Salaires', euros(Math.round(printed / 0.9))],
    ['Déduction forfaitaire de 10 %', `-${euros(Math.round(printed / 0.9) - printed)}`],
    ['Revenu brut global', euros(printed)],
    ['Revenu imposable', euros(printed)],
    ['Nombre de parts', '1,00'],
    ['Impôt sur le revenu net', '718'],
  ] as const;
  rows.forEach(([label, value], index) => {
    sheet.text(44, 238 + index * 20, label);
    sheet.text(500, 238 + index * 20, value, { right: true });
  });
  sheet.line(40, 372, 510);
  sheet.text(44, 390, 'Revenu fiscal de référence', { bold: true, size: 11 });
  sheet.text(500, 390, `${euros(printed)} €`, { right: true, bold: true, size: 11 });
  sheet.text(555, 810, 'Page 1/2', { right: true });
  sheet.newPage();
  sheet.text(40, 60, 'Explications', { bold: true });
  for (let line = 1; line <= 12; line += 1) sheet.text(40, 70 + line * 18, `Ligne ${line} : texte inventé pour remplir la page.`);
  sheet.text(555, 810, 'Page 2/2', { right: true });
  return {
    name: `avis-impot-${year}.pdf`,
    kind: 'tax_notice',
    bytes: await sheet.save(),
    expected: {
      full_name: `${who.firstNames} ${who.lastName}`.toUpperCase(),
      income_year: String(incomeYear),
      notice_year: String(year),
      reference_income: `${printed}.00`,
      tax_shares: '1.00',
    },
  };
}
