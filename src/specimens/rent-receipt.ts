import { addMonths, type CivilMonth } from '#kernel/civil-date.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { startSheet } from './sheet.ts';
import { factAmount, monthDays, morningOf, printedAmount, printedDate, type Specimen } from './specimen.ts';

const LANDLORD = 'SCI DES TOITS INVENTÉS';

/** A receipt for one month of rent; amounts in cents. */
export async function rentReceipt(who: SpecimenPerson, month: CivilMonth, rent = 64_000, charges = 5_500): Promise<Specimen> {
  const days = monthDays(month);
  const madeOn = `${addMonths(month, 1)}-05`;
  const sheet = startSheet({
    producer: 'Gestion Locative Imaginaire 2',
    creator: 'Logiciel Imaginaire',
    createdAt: morningOf(madeOn),
  });
  sheet.text(40, 55, 'QUITTANCE DE LOYER', { size: 14, bold: true });
  sheet.text(40, 76, `Mois : ${month.slice(5)}/${month.slice(0, 4)}`);
  sheet.text(40, 104, `Bailleur : ${LANDLORD}, 8 place du Songe, 99123 VILLE-FICTIVE`);
  sheet.text(40, 118, `Locataire : ${printedName(who)}`);
  sheet.text(40, 132, `Logement : ${who.street}, ${who.town}`);
  const rows = [
    ['Loyer hors charges', rent],
    ['Provision pour charges', charges],
    ['Total payé', rent + charges],
  ] as const;
  rows.forEach(([label, cents], index) => {
    sheet.text(44, 175 + index * 20, label, { bold: index === 2 });
    sheet.text(500, 175 + index * 20, `${printedAmount(cents)} €`, { right: true, bold: index === 2 });
  });
  sheet.text(
    40,
    265,
    `Je soussigné, gérant de la SCI, reconnais avoir reçu la somme de ${printedAmount(rent + charges)} euros au titre du loyer`,
  );
  sheet.text(
    40,
    279,
    `et des charges pour la période du ${printedDate(days.first)} au ${printedDate(days.last)} et en donne quittance.`,
  );
  sheet.text(40, 315, `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`);
  return {
    name: `quittance-${month}.pdf`,
    kind: 'rent_receipt',
    bytes: await sheet.save(),
    expected: {
      full_name: printedName(who),
      landlord: LANDLORD,
      period: month,
      rent: factAmount(rent),
      charges: factAmount(charges),
      total: factAmount(rent + charges),
    },
  };
}
