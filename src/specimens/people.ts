import type { CivilDate } from '#kernel/civil-date.ts';

/** A made-up person. No name, number or address is anybody's. */
export interface SpecimenPerson {
  readonly firstNames: string;
  readonly lastName: string;
  readonly bornOn: CivilDate;
  readonly sex: 'F' | 'M';
  /** ISO 3166 alpha-3, or `XXB` for a refugee. */
  readonly nationality: string;
  readonly street: string;
  readonly town: string;
}

const person = (
  firstNames: string,
  lastName: string,
  bornOn: string,
  sex: 'F' | 'M',
  nationality: string,
  street: string,
): SpecimenPerson => ({
  firstNames,
  lastName,
  bornOn: bornOn as CivilDate,
  sex,
  nationality,
  street,
  town: '99123 VILLE-FICTIVE',
});

/** Several people of several origins; their papers print names in Latin letters, as French papers do. */
export const SPECIMEN_PEOPLE = [
  person('Camille Aline', 'Exemplaire', '1994-03-14', 'F', 'FRA', '12 rue de l’Invention'),
  person('Sacha Lou', 'Fictif', '2004-06-02', 'F', 'FRA', '4 impasse du Songe'),
  person('Ilyas', 'Specimenov', '1989-07-25', 'M', 'XXB', '8 quai des Chimères'),
  person('Éloïse', 'de La Fable-Mirage', '1979-12-01', 'F', 'FRA', '1 place des Nuées'),
  person('Mohamed Amine', 'Ben Conte', '1991-02-28', 'M', 'TUN', '27 avenue du Mirage'),
  person('Thị Minh', 'Nguyễn', '1998-09-09', 'F', 'VNM', '3 allée de l’Utopie'),
  person('Łukasz', 'Przykładowy', '1985-05-17', 'M', 'POL', '15 cours des Licornes'),
] as const satisfies readonly SpecimenPerson[];

/** First names, then the last name in capitals: how most papers print a person. */
export function printedName(who: SpecimenPerson): string {
  return `${who.firstNames} ${who.lastName.toUpperCase()}`;
}
