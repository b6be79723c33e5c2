import type { CivilMonth } from '#kernel/civil-date.ts';
import { SPECIMEN_EMPLOYER } from './employer.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { startSheet } from './sheet.ts';
import { monthDays, morningOf, printedAmount, printedDate } from './specimen.ts';

/** The maker that does not exist: a site that would print a payslip for anybody. Its papers add up, and only their make-up tells. */
export const SPECIMEN_GENERATOR = 'Bulletin-Imaginaire en ligne';

const GROSS = 245_000;
const LINES = [
  ['Sécurité sociale maladie maternité', 0.75],
  ['Assurance vieillesse plafonnée', 6.9],
  ['Assurance vieillesse déplafonnée', 0.4],
  ['Retraite complémentaire tranche 1', 4.01],
  ['Contribution d’équilibre général', 0.86],
  ['CSG et CRDS sur revenus d’activité', 9.7],
] as const;

/** A payslip as that site makes them: its own layout and words, the same for everybody. */
export async function generatedPayslip(who: SpecimenPerson, month: CivilMonth, gross = GROSS): Promise<Uint8Array> {
  const days = monthDays(month);
  const count = Number(month.slice(5, 7));
  const sheet = startSheet({ producer: 'Editeur Web 1.0', creator: 'Editeur Web', createdAt: morningOf(days.last) });
  const cell = (y: number, label: string, ...amounts: readonly (readonly [number, number])[]) => {
    sheet.text(52, y, label);
    for (const [x, cents] of amounts) sheet.text(x, y, printedAmount(cents), { right: true });
  };
  sheet.text(52, 60, 'Votre BULLETIN DE SALAIRE simplifié', { size: 13, bold: true });
  sheet.text(52, 80, `Période de paie : du ${printedDate(days.first)} au ${printedDate(days.last)}`);
  sheet.text(52, 96, `Paiement effectué par virement bancaire le ${printedDate(days.last)}`);
  sheet.text(52, 120, SPECIMEN_EMPLOYER.name, { bold: true });
  sheet.text(52, 132, SPECIMEN_EMPLOYER.address);
  sheet.text(52, 144, `SIRET : ${SPECIMEN_EMPLOYER.siret}`);
  sheet.text(330, 120, `Salarié(e) : ${printedName(who)}`);
  sheet.text(330, 132, who.street);
  sheet.text(330, 144, who.town);
  sheet.text(52, 180, 'Éléments de la rémunération et des retenues obligatoires', { bold: true });
  sheet.text(420, 180, 'Montants en euros', { bold: true });
  cell(200, 'SALAIRE BRUT mensuel pour un temps complet', [500, gross]);
  const amounts = LINES.map(([, rate]) => Math.round((gross * rate) / 100));
  LINES.forEach(([label], index) => {
    cell(222 + index * 20, label, [500, amounts[index] ?? 0]);
  });
  const contributions = amounts.reduce((sum, amount) => sum + amount, 0);
  const net = gross - contributions;
  const withheld = Math.round(net * 0.03);
  cell(360, 'Total des cotisations et contributions salariales', [500, contributions]);
  cell(390, 'NET À PAYER AVANT IMPÔT SUR LE REVENU', [500, net]);
  sheet.text(52, 412, `Impôt prélevé à la source : base ${printedAmount(net)} taux 3,00 %`);
  sheet.text(500, 412, printedAmount(withheld), { right: true });
  cell(440, 'NET PAYÉ EN EUROS', [500, net - withheld]);
  sheet.text(300, 480, 'Brut', { right: true, bold: true });
  sheet.text(420, 480, 'Net imposable', { right: true, bold: true });
  cell(498, 'Mois', [300, gross], [420, net]);
  cell(516, 'Cumul annuel', [300, gross * count], [420, net * count]);
  sheet.text(52, 560, 'Document établi à partir des informations que vous avez saisies dans le formulaire.');
  sheet.text(52, 574, 'Conservez ce bulletin de salaire sans limitation de durée.');
  return sheet.save();
}
