import type { KindAnchors } from './anchor.ts';

/** Papers of income and work. */
export const INCOME_ANCHORS: readonly KindAnchors[] = [
  {
    kind: 'payslip',
    title: /BULLETIN DE (?:PAIE|PAYE|SALAIRE)|FICHE DE PAIE|BULLETIN CLARIFIE/,
    // Payslips of the State.
    fileTitle: /^PAY18E/,
    words: [
      [/NET A PAYER AVANT IMPOT/, 0.5],
      [/NET (?:A PAYER|PAYE)/, 0.3],
      [/SALAIRE (?:DE BASE|BRUT)/, 0.3],
      [/PART SALARI|COTISATIONS/, 0.2],
      [/NET ?IMPOSABLE/, 0.2],
      [/CONSERVEZ CE BULLETIN|SANS LIMITATION DE DUREE/, 0.3],
    ],
    against: [/CONTRAT DE TRAVAIL A DUREE/],
  },
  {
    kind: 'work_contract',
    title: /CONTRAT (?:DE TRAVAIL|A DUREE|D'APPRENTISSAGE|DE MISSION|DE PROFESSIONNALISATION)|LETTRE D'ENGAGEMENT/,
    words: [
      [/DUREE (?:IN)?DETERMINEE/, 0.3],
      [/ENTRE (?:LA SOCIETE|LES SOUSSIGNES)/, 0.3],
      [/PERIODE D'ESSAI/, 0.2],
      [/ARTICLE 1/, 0.2],
      [/EST ENGAGEE?/, 0.2],
    ],
    // A certificate says that there is a contract; it is none.
    against: [/ATTESTATION (?:D'EMPLOI|DE TRAVAIL|EMPLOYEUR|DE L'EMPLOYEUR)/],
  },
  {
    kind: 'employer_certificate',
    title: /ATTESTATION (?:D'EMPLOI|DE TRAVAIL|EMPLOYEUR|DE L'EMPLOYEUR|DE PRESENCE)|ORDRE DE MISSION/,
    words: [
      [/(?:ATTESTE|CERTIFIE) QUE/, 0.25],
      [/EST EMPLOYEE?|FAIT PARTIE DE NOTRE PERSONNEL|SALARIEE? DE NOTRE/, 0.4],
      [/(?:NI DEMISSIONNAIRE|PREAVIS)/, 0.3],
    ],
    against: [/SCOLARITE/],
  },
  {
    kind: 'internship_agreement',
    title: /CONVENTION DE STAGE/,
    words: [
      [/ORGANISME D'ACCUEIL/, 0.3],
      [/STAGIAIRE/, 0.3],
      [/GRATIFICATION/, 0.2],
    ],
  },
  {
    kind: 'student_certificate',
    title: /CERTIFICAT DE SCOLARITE|ATTESTATION (?:DE SCOLARITE|D'INSCRIPTION)|CARTE (?:D')?ETUDIANT/,
    words: [
      [/ANNEE (?:UNIVERSITAIRE|SCOLAIRE)/, 0.3],
      [/EST INSCRITE?/, 0.3],
      [/\bINE\b/, 0.2],
      [/UNIVERSITE|ECOLE|LYCEE/, 0.15],
    ],
  },
  {
    kind: 'scholarship_notice',
    title: /NOTIFICATION (?:CONDITIONNELLE |DEFINITIVE )?(?:DE BOURSE|D'ATTRIBUTION)|DOSSIER SOCIAL ETUDIANT/,
    words: [
      [/CROUS/, 0.4],
      [/BOURSE/, 0.3],
      [/ECHELON/, 0.3],
    ],
  },
  {
    kind: 'caf_certificate',
    title: /ATTESTATION DE PAIEMENT/,
    words: [
      [/CAISSE D'ALLOCATIONS FAMILIALES|\bCAF\b|\bMSA\b/, 0.4],
      [/NUMERO ALLOCATAIRE|N° ALLOCATAIRE/, 0.3],
      [/PRESTATIONS/, 0.2],
    ],
  },
  {
    kind: 'unemployment_notice',
    title: /(?:ATTESTATION|AVIS) DE (?:SITUATION|PAIEMENT|DROITS)|ALLOCATION D'AIDE AU RETOUR A L'EMPLOI/,
    words: [
      [/FRANCE TRAVAIL|POLE EMPLOI/, 0.5],
      [/IDENTIFIANT|DEMANDEUR D'EMPLOI/, 0.2],
      [/ALLOCATION/, 0.2],
    ],
  },
  {
    kind: 'pension_slip',
    title: /BULLETIN DE PENSION|ATTESTATION DE PAIEMENT DE RETRAITE|TITRE DE PENSION/,
    words: [
      [/RETRAITE|PENSION/, 0.3],
      [/ASSURANCE RETRAITE|CARSAT|CNAV|AGIRC/, 0.4],
    ],
    against: [/BULLETIN DE PAIE/],
  },
  {
    kind: 'urssaf_declaration',
    title: /(?:DECLARATION|ATTESTATION) (?:DE|FISCALE|DU) CHIFFRE D'AFFAIRES|DECLARATION TRIMESTRIELLE/,
    words: [
      [/URSSAF/, 0.3],
      [/AUTO-?ENTREPRENEUR|MICRO-?ENTREPRENEUR/, 0.4],
      [/CHIFFRE D'AFFAIRES/, 0.3],
    ],
    against: [/BULLETIN DE PAIE/],
  },
  {
    kind: 'accountant_certificate',
    title: /ATTESTATION (?:DE L'|D')?EXPERT-?COMPTABLE|ATTESTATION COMPTABLE/,
    words: [
      [/EXPERT-?COMPTABLE/, 0.4],
      [/RESULTAT|BENEFICE/, 0.3],
    ],
  },
  {
    kind: 'company_registration',
    title: /EXTRAIT K ?BIS|EXTRAIT D'IMMATRICULATION|REGISTRE NATIONAL DES ENTREPRISES|AVIS DE SITUATION AU REPERTOIRE SIRENE/,
    words: [
      [/GREFFE DU TRIBUNAL|REPERTOIRE SIRENE|INSEE/, 0.4],
      [/IMMATRICULATION/, 0.3],
      [/SIREN/, 0.2],
    ],
  },
  {
    kind: 'social_rights_certificate',
    title: /MES ?DROITS ?SOCIAUX|RELEVE DES RESSOURCES MENSUELLES/,
    words: [[/PORTAIL NATIONAL DES DROITS SOCIAUX/, 0.5]],
  },
];
