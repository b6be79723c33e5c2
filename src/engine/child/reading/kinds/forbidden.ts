import type { KindAnchors } from './anchor.ts';

/** Papers nobody may ask of a tenant (law of 6 July 1989 art. 22-2, decree 2015-1437). Recognised, never read. */
export const FORBIDDEN_ANCHORS: readonly KindAnchors[] = [
  {
    kind: 'bank_statement',
    title: /RELEVE (?:DE COMPTE|BANCAIRE|DES OPERATIONS|D'OPERATIONS|FICTIF)/,
    words: [
      [/\bDEBIT\b[^\n]{0,40}\n?[^\n]{0,10}\bCREDIT\b/, 0.6],
      [/(?:ANCIEN|NOUVEAU) SOLDE|SOLDE (?:CREDITEUR|DEBITEUR|AU)/, 0.4],
      [/\bIBAN\b/, 0.2],
    ],
  },
  {
    kind: 'rib',
    title: /RELEVE D'IDENTITE BANCAIRE|\bRIB\b/,
    words: [
      [/\bIBAN\b/, 0.4],
      [/\bBIC\b|CODE GUICHET/, 0.3],
      [/TITULAIRE DU COMPTE|DOMICILIATION/, 0.2],
    ],
    against: [/\bDEBIT\b/, /BULLETIN DE PAIE/, /FACTURE/],
  },
  {
    kind: 'social_security_card',
    title: /CARTE VITALE|ATTESTATION (?:DE DROITS|VITALE)/,
    words: [
      [/ASSURANCE MALADIE/, 0.3],
      [/CARTE D'ASSURANCE/, 0.3],
    ],
    against: [/BULLETIN DE PAIE/],
  },
  {
    kind: 'family_record_book',
    title: /LIVRET DE FAMILLE/,
    words: [[/OFFICIER DE L'ETAT CIVIL/, 0.4]],
  },
  {
    kind: 'criminal_record',
    title: /CASIER JUDICIAIRE/,
    words: [[/BULLETIN N/, 0.4]],
  },
  {
    kind: 'medical_file',
    title: /CERTIFICAT MEDICAL|DOSSIER MEDICAL|COMPTE RENDU D'HOSPITALISATION/,
    words: [[/DOCTEUR|MEDECIN/, 0.3]],
  },
  {
    kind: 'cheque',
    title: /PAYEZ CONTRE CE CHEQUE/,
    words: [[/NON ENDOSSABLE/, 0.6]],
  },
];
