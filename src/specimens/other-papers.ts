import type { CivilDate } from '#kernel/civil-date.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { startSheet } from './sheet.ts';
import { factAmount, morningOf, printedAmount, printedDate, type Specimen } from './specimen.ts';

/** A certificate of schooling. @param schoolYear `2026-2027` */
export async function studentCertificate(who: SpecimenPerson, schoolYear: string): Promise<Specimen> {
  const madeOn = `${schoolYear.slice(0, 4)}-09-14`;
  const woman = who.sex === 'F';
  const sheet = startSheet({ producer: 'Scolarité Imaginaire 3', creator: 'Logiciel Imaginaire', createdAt: morningOf(madeOn) });
  sheet.text(40, 60, 'CERTIFICAT DE SCOLARITÉ', { size: 14, bold: true });
  sheet.text(40, 80, 'Université Imaginaire de Ville-Fictive', { size: 11 });
  const title = woman ? 'Mme' : 'M.';
  sheet.text(
    40,
    120,
    `Le président certifie que ${title} ${printedName(who)}, ${woman ? 'née' : 'né'} le ${printedDate(who.bornOn)},`,
  );
  sheet.text(40, 136, `est ${woman ? 'inscrite' : 'inscrit'} en licence pour l’année universitaire ${schoolYear}.`);
  sheet.text(40, 170, `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`);
  return {
    name: `certificat-scolarite-${schoolYear}.pdf`,
    kind: 'student_certificate',
    bytes: await sheet.save(),
    expected: {
      full_name: printedName(who),
      school: 'Université Imaginaire de Ville-Fictive',
      school_year: schoolYear,
      date: madeOn,
    },
  };
}

/** A visa of a public guarantor, in the manner of Visale. @param maxRent cents */
export async function visaleCertificate(
  who: SpecimenPerson,
  from = '2026-10-01' as CivilDate,
  until = '2026-12-31' as CivilDate,
  maxRent = 78_000,
): Promise<Specimen> {
  const sheet = startSheet({ producer: 'Garantie Imaginaire 1', creator: 'Logiciel Imaginaire', createdAt: morningOf(from) });
  sheet.text(40, 60, 'VISA GARANTIE LOCATIVE (modèle imaginaire)', { size: 14, bold: true });
  const lines = [
    'Numéro de visa : V-SPEC-00012345',
    `Bénéficiaire : ${who.sex === 'F' ? 'Mme' : 'M.'} ${printedName(who)}`,
    `Loyer maximal charges comprises garanti : ${printedAmount(maxRent)} €`,
    `Valable du ${printedDate(from)} au ${printedDate(until)}`,
  ];
  lines.forEach((words, index) => sheet.text(40, 100 + index * 18, words));
  return {
    name: 'visa-garantie.pdf',
    kind: 'visale_certificate',
    bytes: await sheet.save(),
    expected: {
      full_name: printedName(who),
      certificate_number: 'V-SPEC-00012345',
      max_rent: factAmount(maxRent),
      issue_date: from,
      expiry_date: until,
    },
  };
}

/** A bank statement: nobody may ask for it, so nothing of it is read. */
export async function bankStatement(who: SpecimenPerson): Promise<Specimen> {
  const sheet = startSheet({
    producer: 'Banque Imaginaire 1',
    creator: 'Logiciel Imaginaire',
    createdAt: new Date('2026-11-02T08:00:00Z'),
  });
  sheet.text(40, 60, 'RELEVÉ DE COMPTE', { size: 14, bold: true });
  sheet.text(40, 80, printedName(who));
  sheet.text(40, 110, 'Date', { bold: true });
  sheet.text(430, 110, 'Débit', { right: true, bold: true });
  sheet.text(520, 110, 'Crédit', { right: true, bold: true });
  for (let line = 0; line < 8; line += 1) {
    sheet.text(40, 130 + line * 16, `0${line + 1}/10/2026`);
    sheet.text(110, 130 + line * 16, `Opération inventée n° ${line + 1}`);
    sheet.text(line % 3 === 0 ? 520 : 430, 130 + line * 16, printedAmount(4_000 + line * 3_137), { right: true });
  }
  sheet.text(40, 280, 'Nouveau solde au 31/10/2026');
  return { name: 'releve-de-compte.pdf', kind: 'bank_statement', bytes: await sheet.save(), expected: {} };
}
