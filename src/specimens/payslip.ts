import type { CivilMonth } from '#kernel/civil-date.ts';
import { SPECIMEN_EMPLOYER } from './employer.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { startSheet } from './sheet.ts';
import { factAmount, monthDays, morningOf, printedAmount, printedDate, type Specimen } from './specimen.ts';

/** What a payslip says, in cents; by default a salary that adds up. Forged variants change one number. */
export interface PayslipFigures {
  readonly gross: number;
  readonly netBeforeTax: number;
  readonly netTaxable: number;
  readonly netPaid: number;
  readonly basePay: number;
}

/** Days of leave acquired in a month; the year of leave begins in June. */
const LEAVE_A_MONTH = 208;

const LINES = [
  ['Mutuelle santé (forfait)', null, 2696],
  ['Retraite plafonnée', 6.9, null],
  ['Retraite déplafonnée', 0.4, null],
  ['Retraite complémentaire T1', 4.01, null],
] as const;

/** Contributions, nets and tax of a gross salary, as the printed rates give them. */
function compute(gross: number) {
  const base = Math.round(gross * 0.9825);
  const lines = LINES.map(([label, rate, fixed]) => ({
    label,
    base: gross,
    rate,
    amount: fixed ?? Math.round((gross * (rate ?? 0)) / 100),
  }));
  const all = [
    ...lines,
    { label: 'CSG déductible', base, rate: 6.8, amount: Math.round(base * 0.068) },
    { label: 'CSG/CRDS non déductible', base, rate: 2.9, amount: Math.round(base * 0.029) },
  ];
  const contributions = all.reduce((sum, line) => sum + line.amount, 0);
  const netBeforeTax = gross - contributions;
  const netTaxable = netBeforeTax + Math.round(base * 0.029) + 1316;
  const withholding = Math.round(netTaxable * 0.03);
  return { lines: all, contributions, netBeforeTax, netTaxable, withholding, netPaid: netBeforeTax - withholding };
}

/**
 * A payslip of one month. `changed` overwrites printed numbers, as a forger would.
 * @param leaveOf the month whose counters of leave it prints: another one than its own where a slip was copied
 */
export async function payslip(
  who: SpecimenPerson,
  month: CivilMonth,
  grossCents = 245_000,
  changed: Partial<PayslipFigures> = {},
  leaveOf: CivilMonth = month,
): Promise<Specimen> {
  const days = monthDays(month);
  const sums = compute(grossCents);
  const shown = {
    gross: grossCents,
    netBeforeTax: sums.netBeforeTax,
    netTaxable: sums.netTaxable,
    netPaid: sums.netPaid,
    basePay: grossCents,
    ...changed,
  };
  const count = Number(month.slice(5, 7));
  const sheet = startSheet({
    producer: 'Moteur Paie Imaginaire 4.2',
    creator: 'Logiciel Imaginaire',
    createdAt: morningOf(days.last),
  });
  sheet.text(40, 50, 'BULLETIN DE PAIE', { size: 14, bold: true });
  sheet.text(555, 50, `Période : du ${printedDate(days.first)} au ${printedDate(days.last)}`, { right: true });
  sheet.text(40, 80, SPECIMEN_EMPLOYER.name, { bold: true });
  sheet.text(40, 92, SPECIMEN_EMPLOYER.address);
  sheet.text(40, 104, `SIRET : ${SPECIMEN_EMPLOYER.siret}  Code NAF : 6201Z`);
  sheet.text(320, 80, `Salarié(e) : ${printedName(who)}`);
  sheet.text(320, 92, who.street);
  sheet.text(320, 104, who.town);
  sheet.text(40, 130, 'Emploi : Chargée d’études   Statut : Non cadre   Entrée : 04/09/2023');
  for (const [x, label] of [
    [330, 'Base'],
    [400, 'Taux'],
    [490, 'Part salarié'],
  ] as const)
    sheet.text(x, 155, label, { right: true, bold: true });
  const row = (y: number, label: string, cells: readonly (readonly [number, string])[], bold = false) => {
    sheet.text(44, y, label, { bold });
    for (const [x, words] of cells) sheet.text(x, y, words, { right: true, bold });
  };
  row(175, 'Salaire de base', [
    [330, '151,67'],
    [400, printedAmount(Math.round(grossCents / 151.67))],
    [490, printedAmount(shown.basePay)],
  ]);
  row(193, 'SALAIRE BRUT', [[490, printedAmount(shown.gross)]], true);
  let y = 211;
  for (const line of sums.lines) {
    const rate: readonly (readonly [number, string])[] =
      line.rate === null
        ? []
        : [
            [330, printedAmount(line.base)],
            [400, printedAmount(line.rate * 100)],
          ];
    row(y, line.label, [...rate, [490, `-${printedAmount(line.amount)}`]]);
    y += 18;
  }
  row(y, 'Total des cotisations', [[490, `-${printedAmount(sums.contributions)}`]], true);
  row(y + 36, 'NET À PAYER AVANT IMPÔT SUR LE REVENU', [[555, `${printedAmount(shown.netBeforeTax)} €`]], true);
  row(y + 56, `Impôt prélevé à la source : base ${printedAmount(shown.netTaxable)} taux 3,00 %`, [
    [555, `-${printedAmount(sums.withholding)} €`],
  ]);
  row(y + 76, 'NET PAYÉ EN EUROS', [[555, `${printedAmount(shown.netPaid)} €`]], true);
  sheet.text(44, y + 96, `Virement le ${printedDate(days.last)}`);
  row(
    y + 126,
    '',
    [
      [330, 'Brut'],
      [430, 'Net imposable'],
      [530, 'Heures'],
    ],
    true,
  );
  row(y + 144, 'Mois', [
    [330, printedAmount(shown.gross)],
    [430, printedAmount(shown.netTaxable)],
    [530, '151,67'],
  ]);
  row(y + 162, 'Cumul annuel', [
    [330, printedAmount(grossCents * count)],
    [430, printedAmount(sums.netTaxable * count)],
    [530, printedAmount(15_167 * count)],
  ]);
  const acquired = (((Number(leaveOf.slice(5, 7)) + 6) % 12) + 1) * LEAVE_A_MONTH;
  row(
    y + 186,
    '',
    [
      [330, 'Acquis'],
      [430, 'Pris'],
      [530, 'Solde'],
    ],
    true,
  );
  row(y + 204, 'Congés payés N', [
    [330, printedAmount(acquired)],
    [430, printedAmount(0)],
    [530, printedAmount(acquired)],
  ]);
  return {
    name: `bulletin-${month}.pdf`,
    kind: 'payslip',
    bytes: await sheet.save(),
    expected: {
      full_name: printedName(who),
      employer: SPECIMEN_EMPLOYER.name,
      siret: SPECIMEN_EMPLOYER.siret,
      period: month,
      gross: factAmount(shown.gross),
      net_before_tax: factAmount(shown.netBeforeTax),
      net_taxable: factAmount(shown.netTaxable),
      withholding: factAmount(sums.withholding),
      net_paid: factAmount(shown.netPaid),
      cumulative_gross: factAmount(grossCents * count),
      cumulative_net_taxable: factAmount(sums.netTaxable * count),
      hours: '151.67',
      hourly_rate: factAmount(Math.round(grossCents / 151.67)),
      base_pay: factAmount(shown.basePay),
      leave_acquired: factAmount(acquired),
      leave_taken: '0.00',
      leave_balance: factAmount(acquired),
    },
  };
}
