import type { CivilDate } from '#kernel/civil-date.ts';
import { writeTd1, writeTd3 } from './machine-zone.ts';
import type { SpecimenPerson } from './people.ts';
import { startSheet, type Sheet } from './sheet.ts';
import { printedDate, type Specimen } from './specimen.ts';

const spaced = (date: CivilDate) => printedDate(date, ' ');
const scanner = { producer: 'Scanner Imaginaire', creator: 'Logiciel Imaginaire', createdAt: new Date('2026-11-02T09:00:00Z') };

/** The face of a card: a tinted plate, a stand-in for the picture, labelled lines. */
function drawFace(sheet: Sheet, title: string, lines: readonly string[]): void {
  sheet.fill(60, 80, 340, 215, 'pale');
  sheet.fill(74, 118, 72, 92, 'mid');
  sheet.text(74, 102, title, { size: 11, bold: true });
  lines.forEach((words, index) => sheet.text(160, 128 + index * 15, words, { size: 9 }));
}

const drawZone = (sheet: Sheet, top: number, zone: readonly string[], size: number) =>
  zone.forEach((line, index) => sheet.text(72, top + index * (size + 4), line, { mono: true, size }));

const expected = (who: SpecimenPerson, expiry: CivilDate) => ({
  last_name: who.lastName.toUpperCase(),
  first_names: who.firstNames,
  birth_date: who.bornOn,
  expiry_date: expiry,
  mrz_check: 'ok',
});

const who3 = (who: SpecimenPerson) => [
  `Nom : ${who.lastName.toUpperCase()}`,
  `${who.firstNames.includes(' ') ? 'Prénoms' : 'Prénom'} : ${who.firstNames.replace(' ', ', ')}`,
  `Sexe : ${who.sex}   Nationalité : ${who.nationality}`,
  `${who.sex === 'F' ? 'Née' : 'Né'} le : ${spaced(who.bornOn)}`,
];

/** An identity card of the format of 2021, both sides on one page. `zoneOf` writes another person's zone, `changed` changes its lines, as a forger would. */
export async function idCard(
  who: SpecimenPerson,
  expiry = '2033-05-20' as CivilDate,
  zoneOf: SpecimenPerson = who,
  changed: (zone: readonly string[]) => readonly string[] = (zone) => zone,
): Promise<Specimen> {
  const sheet = startSheet(scanner);
  drawFace(sheet, 'RÉPUBLIQUE IMAGINAIRE  CARTE NATIONALE D’IDENTITÉ', [
    ...who3(who),
    `Expire le : ${spaced(expiry)}`,
    'N° : SPEC00X01',
  ]);
  sheet.fill(60, 330, 340, 215, 'pale');
  sheet.text(74, 352, `Adresse : ${who.street}, ${who.town}`, { size: 8 });
  sheet.text(74, 370, 'Date de délivrance : 21 05 2023', { size: 8 });
  drawZone(sheet, 470, changed(writeTd1(zoneOf, 'ID', 'SPEC00X01', expiry)), 16);
  return { name: 'carte-identite.pdf', kind: 'id_card', bytes: await sheet.save(), expected: expected(who, expiry) };
}

/** The data page of a passport. */
export async function passport(who: SpecimenPerson, expiry = '2031-08-17' as CivilDate): Promise<Specimen> {
  const sheet = startSheet(scanner);
  drawFace(sheet, 'PASSEPORT  PASSPORT', [
    ...who3(who),
    'Date de délivrance : 18 08 2021',
    `Date d’expiration : ${spaced(expiry)}`,
  ]);
  drawZone(sheet, 262, writeTd3(who, '00XX99999', expiry), 12);
  return { name: 'passeport.pdf', kind: 'passport', bytes: await sheet.save(), expected: expected(who, expiry) };
}

/** A residence permit, both sides on one page. */
export async function residencePermit(who: SpecimenPerson, expiry = '2028-01-30' as CivilDate): Promise<Specimen> {
  const sheet = startSheet(scanner);
  drawFace(sheet, 'TITRE DE SÉJOUR', [...who3(who), `Valable jusqu’au : ${spaced(expiry)}`, 'Catégorie : SALARIÉ']);
  sheet.fill(60, 330, 340, 215, 'pale');
  drawZone(sheet, 470, writeTd1(who, 'IR', 'SPEC99Z77', expiry), 16);
  return { name: 'titre-de-sejour.pdf', kind: 'residence_permit', bytes: await sheet.save(), expected: expected(who, expiry) };
}

/** A driving licence, front only. */
export async function drivingLicence(who: SpecimenPerson, expiry = '2034-02-11' as CivilDate): Promise<Specimen> {
  const sheet = startSheet(scanner);
  drawFace(sheet, 'PERMIS DE CONDUIRE', [...who3(who), 'Date de délivrance : 12 02 2019', `Fin de validité : ${spaced(expiry)}`]);
  const { mrz_check: _none, ...printed } = expected(who, expiry);
  return { name: 'permis-de-conduire.pdf', kind: 'driving_licence', bytes: await sheet.save(), expected: printed };
}
