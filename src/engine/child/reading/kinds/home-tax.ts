import type { KindAnchors } from './anchor.ts';

/** Papers of home, tax and guarantee. */
export const HOME_TAX_ANCHORS: readonly KindAnchors[] = [
  {
    kind: 'tax_notice',
    title: /AVIS D'IMPOT (?:ETABLI EN|SUR LES REVENUS|\d{4})|AVIS DE NON-? ?IMPOSITION/,
    words: [
      [/IMPOT (?:ET PRELEVEMENTS SOCIAUX )?SUR LES REVENUS/, 0.5],
      [/REVENU FISCAL DE REFERENCE/, 0.4],
      [/DIRECTION GENERALE DES FINANCES PUBLIQUES/, 0.2],
      [/NUMERO FISCAL/, 0.2],
      [/NOMBRE DE PARTS/, 0.2],
    ],
    against: [/SITUATION DECLARATIVE/, /TAXES? FONCIERES?/],
  },
  {
    kind: 'tax_declaration',
    title: /AVIS DE SITUATION DECLARATIVE|SITUATION DECLARATIVE A L'IMPOT/,
    words: [
      [/SITUATION DECLARATIVE/, 0.6],
      [/REVENU FISCAL DE REFERENCE/, 0.2],
    ],
  },
  {
    kind: 'property_tax_notice',
    title: /AVIS D'IMPOT (?:\d{4} )?TAXES? FONCIERES?|TAXES? FONCIERES?/,
    words: [
      [/PROPRIETES BATIES|PROPRIETAIRE/, 0.3],
      [/DIRECTION GENERALE DES FINANCES PUBLIQUES/, 0.2],
      [/COTISATION/, 0.15],
    ],
  },
  {
    kind: 'local_tax_notice',
    title: /TAXE D'HABITATION/,
    words: [[/DIRECTION GENERALE DES FINANCES PUBLIQUES/, 0.2]],
  },
  {
    kind: 'title_deed',
    title: /TITRE DE PROPRIETE|ATTESTATION (?:IMMOBILIERE|DE PROPRIETE)|ACTE DE VENTE/,
    words: [
      [/NOTAIRE/, 0.4],
      [/ACQUEREUR/, 0.3],
    ],
  },
  {
    kind: 'rent_receipt',
    title: /QUITTANCE(?:S)? DE LOYER|AVIS D'ECHEANCE|RECU DE LOYER/,
    words: [
      [/EN DONNE QUITTANCE/, 0.4],
      [/BAILLEUR|PROPRIETAIRE/, 0.2],
      [/LOCATAIRE/, 0.2],
      [/\bLOYER\b/, 0.2],
      [/CHARGES/, 0.15],
    ],
  },
  {
    kind: 'landlord_certificate',
    title: /ATTESTATION (?:DE BON PAIEMENT|DU BAILLEUR|DE PAIEMENT DES LOYERS)/,
    words: [
      [/A JOUR DE SES LOYERS/, 0.5],
      [/LOCATAIRE/, 0.2],
    ],
  },
  {
    kind: 'host_certificate',
    title: /ATTESTATION (?:SUR L'HONNEUR )?D'HEBERGEMENT/,
    words: [
      [/HEBERGE(?:E|ER)?\b/, 0.4],
      [/A MON DOMICILE|A TITRE GRATUIT/, 0.4],
    ],
  },
  {
    kind: 'domiciliation',
    title: /ATTESTATION D'ELECTION DE DOMICILE|ELECTION DE DOMICILE/,
    words: [[/CCAS|CERFA/, 0.3]],
  },
  {
    kind: 'utility_bill',
    title:
      /FACTURE (?:D'ELECTRICITE|DE GAZ|D'EAU|D'ENERGIE|INTERNET|MOBILE|DE TELEPHONE)|VOTRE FACTURE|ATTESTATION (?:DE )?TITULAIRE DE CONTRAT/,
    words: [
      [/LIEU DE CONSOMMATION|POINT DE LIVRAISON/, 0.4],
      [/ABONNEMENT/, 0.2],
      [/CONSOMMATION|KWH/, 0.2],
      [/TOTAL TTC|MONTANT TTC/, 0.2],
      [/FACTURE N/, 0.2],
    ],
  },
  {
    kind: 'home_insurance',
    title: /ATTESTATION D'ASSURANCE (?:HABITATION|MULTIRISQUE)|ASSURANCE HABITATION/,
    words: [
      [/RISQUES LOCATIFS|MULTIRISQUE/, 0.4],
      [/N° DE CONTRAT|NUMERO DE CONTRAT/, 0.2],
    ],
  },
  {
    kind: 'visale_certificate',
    title: /VISALE|VISA GARANTIE LOCATIVE|ACTION LOGEMENT SE PORTE CAUTION/,
    words: [
      [/NUMERO DE VISA/, 0.5],
      [/LOYER MAXIMAL/, 0.3],
      [/BENEFICIAIRE/, 0.15],
    ],
  },
  {
    kind: 'guarantee_certificate',
    title: /(?:ATTESTATION|CERTIFICAT|ACTE) DE (?:GARANTIE|CAUTION(?:NEMENT)?)/,
    words: [
      [/SE PORTE (?:GARANT|CAUTION)/, 0.5],
      [/ORGANISME|LOYERS IMPAYES/, 0.2],
    ],
    against: [/VISALE/],
  },
];
