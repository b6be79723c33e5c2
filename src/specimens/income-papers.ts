import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { PaperKind } from '#domain/findings/facts.ts';
import { SPECIMEN_EMPLOYER } from './employer.ts';
import { writeLetter, type Line } from './letter.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { factAmount, monthDays, printedAmount, printedDate, type Specimen } from './specimen.ts';

const titled = (who: SpecimenPerson) => `${who.sex === 'F' ? 'Mme' : 'M.'} ${printedName(who)}`;
const born = (who: SpecimenPerson) => `${who.sex === 'F' ? 'née' : 'né'} le ${printedDate(who.bornOn)}`;

/** A certificate of an employer. */
export function employerCertificate(who: SpecimenPerson, madeOn: CivilDate): Promise<Specimen> {
  return writeLetter({
    name: 'attestation-employeur.pdf',
    kind: 'employer_certificate',
    title: 'ATTESTATION D’EMPLOI',
    madeOn,
    pages: [
      [
        `La société ${SPECIMEN_EMPLOYER.name}, SIRET ${SPECIMEN_EMPLOYER.siret}, atteste que ${titled(who)},`,
        `${born(who)}, est ${who.sex === 'F' ? 'employée' : 'employé'} en contrat à durée indéterminée à compter du 04/09/2023.`,
        'La personne n’est ni démissionnaire, ni en période de préavis.',
        `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`,
        'Signature de l’employeur : (signé)',
      ],
    ],
    expected: {
      full_name: printedName(who),
      employer: SPECIMEN_EMPLOYER.name,
      siret: SPECIMEN_EMPLOYER.siret,
      contract_kind: 'CDI',
      contract_start: '2023-09-04',
      date: madeOn,
      signed: 'yes',
    },
  });
}

/** A paper of one month of income that says whose it is and how much. */
function monthly(
  who: SpecimenPerson,
  month: CivilMonth,
  cents: number,
  about: { readonly name: string; readonly kind: PaperKind; readonly title: string; readonly lines: readonly Line[] },
): Promise<Specimen> {
  const madeOn = monthDays(month).last as CivilDate;
  return writeLetter({
    ...about,
    name: `${about.name}-${month}.pdf`,
    madeOn,
    pages: [
      [
        ...about.lines,
        `Nom et prénom : ${titled(who)}`,
        `Période : ${month.slice(5)}/${month.slice(0, 4)}`,
        `Montant versé : ${printedAmount(cents)} €`,
        `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`,
      ],
    ],
    expected: { full_name: printedName(who), period: month, amount: factAmount(cents), date: madeOn },
  });
}

/** A slip of a pension. @param cents what is paid */
export const pensionSlip = (who: SpecimenPerson, month: CivilMonth, cents = 141_230): Promise<Specimen> =>
  monthly(who, month, cents, {
    name: 'pension',
    kind: 'pension_slip',
    title: 'BULLETIN DE PENSION',
    lines: ['Assurance retraite imaginaire (CARSAT)'],
  });

/** A certificate of payment of family benefits. */
export const cafCertificate = (who: SpecimenPerson, month: CivilMonth, cents = 63_540): Promise<Specimen> =>
  monthly(who, month, cents, {
    name: 'attestation-caf',
    kind: 'caf_certificate',
    title: 'ATTESTATION DE PAIEMENT',
    lines: ['Caisse d’allocations familiales imaginaire', 'N° allocataire : 9900000', 'Prestations du mois'],
  });

/** A notice of unemployment pay. */
export const unemploymentNotice = (who: SpecimenPerson, month: CivilMonth, cents = 98_310): Promise<Specimen> =>
  monthly(who, month, cents, {
    name: 'avis-france-travail',
    kind: 'unemployment_notice',
    title: 'AVIS DE SITUATION',
    lines: ['France Travail (modèle imaginaire)', 'Identifiant : 9900000Z', 'Allocation d’aide au retour à l’emploi'],
  });

/** A declaration of turnover. */
export const urssafDeclaration = (who: SpecimenPerson, month: CivilMonth, cents = 210_000): Promise<Specimen> =>
  monthly(who, month, cents, {
    name: 'declaration-urssaf',
    kind: 'urssaf_declaration',
    title: 'DÉCLARATION DE CHIFFRE D’AFFAIRES',
    lines: ['Urssaf imaginaire, auto-entrepreneur'],
  });

/** An extract of the register of companies. */
export function companyRegistration(who: SpecimenPerson, madeOn: CivilDate): Promise<Specimen> {
  return writeLetter({
    name: 'extrait-kbis.pdf',
    kind: 'company_registration',
    title: 'EXTRAIT KBIS',
    madeOn,
    pages: [
      [
        'Greffe du tribunal de commerce de VILLE-FICTIVE',
        'Immatriculation au registre du commerce et des sociétés',
        `Dénomination sociale : ${SPECIMEN_EMPLOYER.name}`,
        `SIRET : ${SPECIMEN_EMPLOYER.siret}`,
        `Gérant : ${titled(who)}`,
        `À jour au ${printedDate(madeOn)}`,
      ],
    ],
    expected: {
      holder: SPECIMEN_EMPLOYER.name,
      siret: SPECIMEN_EMPLOYER.siret,
      full_name: printedName(who),
      date: madeOn,
    },
  });
}

/** A notice of a grant; the yearly amount stands on the second page. @param yearly cents */
export function scholarshipNotice(who: SpecimenPerson, schoolYear: string, yearly = 507_000): Promise<Specimen> {
  return writeLetter({
    name: `notification-bourse-${schoolYear}.pdf`,
    kind: 'scholarship_notice',
    title: 'NOTIFICATION DE BOURSE',
    madeOn: `${schoolYear.slice(0, 4)}-07-10` as CivilDate,
    pages: [
      ['CROUS imaginaire, dossier social étudiant', `Étudiant : ${titled(who)}`, `Notification ${schoolYear}`, 'Échelon : 4'],
      [`Montant annuel de votre bourse : ${printedAmount(yearly)} €`, 'Bourse versée en dix mois, échelon 4, CROUS imaginaire.'],
    ],
    expected: { full_name: printedName(who), school_year: schoolYear, amount: factAmount(yearly) },
  });
}

/** A student card. */
export function studentCard(who: SpecimenPerson, schoolYear: string): Promise<Specimen> {
  return writeLetter({
    name: `carte-etudiant-${schoolYear}.pdf`,
    kind: 'student_certificate',
    title: 'CARTE D’ÉTUDIANT',
    madeOn: `${schoolYear.slice(0, 4)}-09-20` as CivilDate,
    pages: [['Université Imaginaire de Ville-Fictive', `Nom : ${printedName(who)}`, `Année universitaire ${schoolYear}`]],
    expected: { full_name: printedName(who), school_year: schoolYear },
  });
}
