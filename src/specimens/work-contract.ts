import type { CivilDate } from '#kernel/civil-date.ts';
import { SPECIMEN_EMPLOYER } from './employer.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { startSheet } from './sheet.ts';
import { factAmount, morningOf, printedAmount, printedDate, type Specimen } from './specimen.ts';

/** An open-ended contract of two pages, signed unless told otherwise. */
export async function workContract(
  who: SpecimenPerson,
  start = '2023-09-04' as CivilDate,
  gross = 245_000,
  signed = true,
): Promise<Specimen> {
  const sheet = startSheet({ producer: 'Édition Imaginaire 1.0', creator: 'Logiciel Imaginaire', createdAt: morningOf(start) });
  const woman = who.sex === 'F';
  sheet.text(40, 60, 'CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE', { size: 13, bold: true });
  const body = [
    `Entre la société ${SPECIMEN_EMPLOYER.name}, SIRET ${SPECIMEN_EMPLOYER.siret}, représentée par M. Personne INVENTÉE,`,
    `et ${woman ? 'Mme' : 'M.'} ${printedName(who)}, ${woman ? 'née' : 'né'} le ${printedDate(who.bornOn)} à Ville-Fictive.`,
    `Article 1 - Engagement. ${woman ? 'La salariée est engagée' : 'Le salarié est engagé'} à compter du ${printedDate(start)}.`,
    'Article 2 - Durée. Le contrat est conclu pour une durée indéterminée. La période d’essai a pris fin.',
    `Article 3 - Rémunération. Le salaire mensuel brut est fixé à ${printedAmount(gross)} euros pour 151,67 heures.`,
    `Article 4 - Lieu. ${SPECIMEN_EMPLOYER.address}.`,
  ];
  body.forEach((words, index) => sheet.text(40, 96 + index * 18, words));
  sheet.newPage();
  sheet.text(40, 60, 'Article 5 - Confidentialité. Texte inventé.');
  sheet.text(40, 78, 'Article 6 - Rupture. Texte inventé.');
  sheet.text(40, 110, `Fait en deux exemplaires à VILLE-FICTIVE, le ${printedDate(start)}.`);
  const mark = signed ? '(signé)' : '';
  sheet.text(40, 140, `Signature de l’employeur : ${mark}`);
  sheet.text(320, 140, `Signature ${woman ? 'de la salariée' : 'du salarié'} : ${mark}`);
  return {
    name: 'contrat-de-travail.pdf',
    kind: 'work_contract',
    bytes: await sheet.save(),
    expected: {
      full_name: printedName(who),
      employer: SPECIMEN_EMPLOYER.name,
      siret: SPECIMEN_EMPLOYER.siret,
      contract_kind: 'CDI',
      contract_start: start,
      gross: factAmount(gross),
      signed: signed ? 'yes' : 'no',
    },
  };
}
