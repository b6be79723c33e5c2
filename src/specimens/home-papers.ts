import type { CivilDate } from '#kernel/civil-date.ts';
import { writeLetter } from './letter.ts';
import { printedName, type SpecimenPerson } from './people.ts';
import { factAmount, printedAmount, printedDate, type Specimen } from './specimen.ts';

const titled = (who: SpecimenPerson) => `${who.sex === 'F' ? 'Mme' : 'M.'} ${printedName(who)}`;
const lodging = (who: SpecimenPerson) => `${who.street}, ${who.town}`;

/** A notice of property tax of two pages. */
export function propertyTaxNotice(who: SpecimenPerson, year: number): Promise<Specimen> {
  const name = `${who.firstNames} ${who.lastName}`.toUpperCase();
  return writeLetter({
    name: `taxe-fonciere-${year}.pdf`,
    kind: 'property_tax_notice',
    title: `AVIS D’IMPÔT ${year} TAXES FONCIÈRES`,
    madeOn: `${year}-08-27` as CivilDate,
    pages: [
      [
        'Direction générale des finances publiques (modèle imaginaire)',
        'Propriétés bâties et non bâties',
        '',
        [[320, name]],
        [[320, who.street]],
        [[320, who.town]],
        '',
        `Propriétaire : ${name}`,
        `Cotisation ${year} : 812 €`,
      ],
      ['Détail du calcul des cotisations : texte inventé pour remplir la page.'],
    ],
    expected: { full_name: name, owner: name, year: String(year) },
  });
}

/** A bill of electricity. @param total cents */
export function utilityBill(who: SpecimenPerson, madeOn: CivilDate, total = 6_842): Promise<Specimen> {
  return writeLetter({
    name: `facture-electricite-${madeOn}.pdf`,
    kind: 'utility_bill',
    title: 'VOTRE FACTURE D’ÉLECTRICITÉ',
    madeOn,
    pages: [
      [
        'Lumières Imaginaires SA',
        `Facture n° 99-IMAG-00042 du ${printedDate(madeOn)}`,
        `Titulaire du contrat : ${titled(who)}`,
        `Lieu de consommation : ${lodging(who)}`,
        '',
        'Abonnement et consommation (kWh) : détail inventé',
        `Total TTC : ${printedAmount(total)} €`,
      ],
    ],
    expected: {
      full_name: printedName(who),
      address: lodging(who),
      invoice_number: '99-IMAG-00042',
      date: madeOn,
      amount: factAmount(total),
    },
  });
}

/** A certificate of home insurance. */
export function homeInsurance(who: SpecimenPerson, madeOn: CivilDate): Promise<Specimen> {
  return writeLetter({
    name: 'assurance-habitation.pdf',
    kind: 'home_insurance',
    title: 'ATTESTATION D’ASSURANCE HABITATION',
    madeOn,
    pages: [
      [
        'Mutuelle Imaginaire des Toits',
        `Assuré : ${titled(who)}`,
        'Numéro de contrat : H-SPEC-0007',
        `Adresse du risque : ${lodging(who)}`,
        'Garanties : risques locatifs, multirisque.',
        `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`,
      ],
    ],
    expected: { full_name: printedName(who), address: lodging(who), date: madeOn },
  });
}

/** A landlord's word that the rent is paid. */
export function landlordCertificate(who: SpecimenPerson, madeOn: CivilDate): Promise<Specimen> {
  return writeLetter({
    name: 'attestation-bailleur.pdf',
    kind: 'landlord_certificate',
    title: 'ATTESTATION DE BON PAIEMENT DES LOYERS',
    madeOn,
    pages: [
      [
        'SCI DES TOITS INVENTÉS, bailleur',
        `Locataire : ${titled(who)}`,
        `Logement : ${lodging(who)}`,
        `Le bailleur atteste que son locataire est à jour de ses loyers et de ses charges.`,
        `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`,
        'Signature : (signé)',
      ],
    ],
    expected: { full_name: printedName(who), address: lodging(who), date: madeOn },
  });
}

/** A host's word. */
export function hostCertificate(who: SpecimenPerson, host: SpecimenPerson, madeOn: CivilDate): Promise<Specimen> {
  return writeLetter({
    name: 'attestation-hebergement.pdf',
    kind: 'host_certificate',
    title: 'ATTESTATION SUR L’HONNEUR D’HÉBERGEMENT',
    madeOn,
    pages: [
      [
        `Bénéficiaire : ${titled(who)}`,
        `Adresse : ${lodging(host)}`,
        `Je, ${printedName(host)}, atteste que cette personne est hébergée à mon domicile, à titre gratuit.`,
        `Fait à VILLE-FICTIVE, le ${printedDate(madeOn)}`,
      ],
    ],
    expected: { full_name: printedName(who), date: madeOn },
  });
}

/** A notary's certificate of ownership. Only its kind is read. */
export function titleDeed(who: SpecimenPerson, madeOn: CivilDate): Promise<Specimen> {
  return writeLetter({
    name: 'titre-de-propriete.pdf',
    kind: 'title_deed',
    title: 'ATTESTATION DE PROPRIÉTÉ',
    madeOn,
    pages: [
      [
        'Maître Personne INVENTÉE, notaire à VILLE-FICTIVE, atteste la vente qui suit.',
        `Acquéreur : ${titled(who)}`,
        `Bien : ${lodging(who)}`,
        `Acte de vente reçu le ${printedDate(madeOn)}.`,
      ],
    ],
    expected: {},
  });
}
