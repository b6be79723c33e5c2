/** Of whom something is asked. */
export type Party = 'candidate' | 'guarantor';

/** What the law says of one demand. `allowed_if` comes with a condition. */
export type LawVerdict = 'allowed' | 'allowed_if' | 'not_allowed';

/** Conditions of `allowed_if`; words are `law.if.<condition>`. */
export const CONDITIONS = [
  'one_only',
  'three_at_most',
  'last_only',
  'no_receipts',
  'no_property_tax',
  'under_3_months',
  'no_contract',
  'two_at_most',
  'no_balance_sheets',
  'last_two_years',
  'no_rent_insurance',
  'after_signature',
  'operative_part',
] as const;
export type LawCondition = (typeof CONDITIONS)[number];

/** What one party may be asked: the verdict, the line of the annex, the condition. */
export interface LawRule {
  readonly verdict: LawVerdict;
  /** Line of annex I (candidate) or II (guarantor); none for what stands outside the list. */
  readonly line?: string;
  readonly condition?: LawCondition;
}

/** One thing landlords ask for, and the ways they write it. */
export interface LawItem {
  readonly key: string;
  readonly candidate: LawRule;
  readonly guarantor: LawRule;
  /** Phrases in French and English; articles, accents, plurals and case do not matter. */
  readonly phrases: readonly string[];
}

const never: LawRule = { verdict: 'not_allowed' };
const neverBoth = { candidate: never, guarantor: never } as const;
const yes = (line: string): LawRule => ({ verdict: 'allowed', line });
const when = (line: string, condition: LawCondition): LawRule => ({ verdict: 'allowed_if', line, condition });
const both = (rule: LawRule) => ({ candidate: rule, guarantor: rule });

/** What may be asked, from annexes I and II of decree 2015-1437. */
export const LISTED = [
  {
    key: 'identity_paper',
    ...both(when('A-1', 'one_only')),
    phrases: [
      'carte d’identité',
      'carte nationale d’identité',
      'pièce d’identité',
      'justificatif d’identité',
      'cni',
      'passeport',
      'permis de conduire',
      'identity card',
      'id card',
      'photo id',
      'proof of identity',
      'passport',
      'driving licence',
      'driver license',
    ],
  },
  {
    key: 'residence_permit',
    candidate: yes('A-4'),
    guarantor: never,
    phrases: ['titre de séjour', 'carte de séjour', 'carte de résident', 'residence permit', 'residence card'],
  },
  {
    key: 'rent_receipts',
    candidate: when('B-1', 'three_at_most'),
    guarantor: when('B-1', 'last_only'),
    phrases: ['quittance de loyer', 'quittance', 'rent receipt', 'rental receipt'],
  },
  {
    key: 'landlord_certificate',
    candidate: when('B-1', 'no_receipts'),
    guarantor: never,
    phrases: [
      'attestation du propriétaire',
      'attestation du bailleur',
      'attestation de bon paiement',
      'attestation de paiement des loyers',
      'attestation de l’ancien bailleur',
      'attestation du précédent bailleur',
      'attestation de l’ancien propriétaire',
      'lettre de recommandation du propriétaire',
      'attestation de loyer à jour',
      'landlord reference',
      'landlord certificate',
      'letter from landlord',
    ],
  },
  {
    key: 'domiciliation',
    candidate: yes('B-2'),
    guarantor: never,
    phrases: ['élection de domicile', 'attestation de domiciliation'],
  },
  {
    key: 'host_certificate',
    candidate: yes('B-3'),
    guarantor: never,
    phrases: ['attestation d’hébergement', 'attestation de l’hébergeant', 'attestation de l’hébergeur', 'host certificate'],
  },
  {
    key: 'property_tax_notice',
    ...both(yes('B-4')),
    phrases: ['taxe foncière', 'avis de taxe foncière', 'property tax', 'property tax notice'],
  },
  {
    key: 'title_deed',
    ...both(when('B-4', 'no_property_tax')),
    phrases: ['titre de propriété', 'acte de propriété', 'title deed', 'property deed'],
  },
  {
    key: 'utility_bill',
    candidate: never,
    guarantor: when('B-2', 'under_3_months'),
    phrases: [
      'facture d’électricité',
      'facture de gaz',
      'facture d’eau',
      'facture edf',
      'facture engie',
      'utility bill',
      'electricity bill',
      'gas bill',
      'water bill',
    ],
  },
  {
    key: 'home_insurance',
    candidate: { verdict: 'allowed_if', condition: 'after_signature' },
    guarantor: when('B-3', 'under_3_months'),
    phrases: ['assurance habitation', 'attestation d’assurance', 'home insurance'],
  },
  {
    key: 'work_contract',
    ...both(yes('C-1')),
    phrases: [
      'contrat de travail',
      'contrat de stage',
      'convention de stage',
      'contrat cdi',
      'work contract',
      'employment contract',
    ],
  },
  {
    key: 'employer_certificate',
    ...both(when('C-1', 'no_contract')),
    phrases: [
      'attestation employeur',
      'attestation de travail',
      'attestation d’emploi',
      'certificat de travail',
      'employer certificate',
      'employer letter',
      'letter from employer',
      'proof of employment',
    ],
  },
  {
    key: 'company_extract',
    ...both(when('C-2', 'under_3_months')),
    phrases: ['kbis', 'k bis', 'extrait k', 'company extract', 'registre du commerce'],
  },
  {
    key: 'craft_registration',
    ...both(when('C-3', 'under_3_months')),
    phrases: ['extrait d1', 'registre national des entreprises', 'inscription au rne', 'répertoire des métiers'],
  },
  {
    key: 'sirene_notice',
    ...both(yes('C-4')),
    phrases: [
      'certificat insee',
      'avis de situation sirene',
      'avis sirene',
      'numéro siren',
      'numéro siret',
      'identification insee',
    ],
  },
  { key: 'professional_card', ...both(yes('C-5')), phrases: ['carte professionnelle', 'professional card'] },
  {
    key: 'student_card',
    ...both(yes('C-7')),
    phrases: [
      'carte d’étudiant',
      'carte étudiante',
      'carte étudiant',
      'certificat de scolarité',
      'attestation de scolarité',
      'student card',
      'school certificate',
      'proof of enrolment',
    ],
  },
  {
    key: 'tax_notice',
    ...both(when('D-1', 'last_two_years')),
    phrases: [
      'avis d’imposition',
      'avis d’impôt',
      'avis de non imposition',
      'feuille d’impôt',
      'déclaration d’impôt',
      'tax notice',
      'tax return',
      'tax assessment',
    ],
  },
  {
    key: 'payslips',
    ...both(when('D-2', 'three_at_most')),
    phrases: [
      'fiche de paie',
      'fiche de paye',
      'bulletin de salaire',
      'bulletin de paie',
      'bulletin de paye',
      'payslip',
      'pay slip',
      'pay stub',
    ],
  },
  {
    key: 'balance_sheets',
    ...both(when('D-4', 'two_at_most')),
    phrases: ['bilan comptable', 'bilan', 'balance sheet'],
  },
  {
    key: 'accountant_certificate',
    ...both(when('D-4', 'no_balance_sheets')),
    phrases: [
      'attestation comptable',
      'attestation de l’expert comptable',
      'attestation du comptable',
      'accountant certificate',
      'accountant letter',
    ],
  },
  {
    key: 'benefit_proof',
    ...both(yes('D-5')),
    phrases: [
      'attestation caf',
      'attestation de la caf',
      'attestation pôle emploi',
      'attestation france travail',
      'attestation de pension',
      'bulletin de pension',
      'attestation de paiement caf',
      'justificatif de retraite',
      'proof of benefit',
      'pension statement',
    ],
  },
  {
    key: 'housing_simulation',
    candidate: yes('D-6'),
    guarantor: never,
    phrases: ['simulation apl', 'simulation caf', 'simulation d’aide au logement', 'estimation apl'],
  },
  {
    key: 'scholarship_notice',
    candidate: yes('D-7'),
    guarantor: never,
    phrases: [
      'avis de bourse',
      'notification de bourse',
      'attestation de bourse',
      'attribution de bourse',
      'scholarship',
      'grant letter',
    ],
  },
  {
    key: 'property_income',
    ...both(yes('D-9')),
    phrases: [
      'revenus fonciers',
      'justificatif de revenus fonciers',
      'rente viagère',
      'revenus de valeurs mobilières',
      'rental income',
    ],
  },
  {
    key: 'guarantor',
    candidate: { verdict: 'allowed_if', condition: 'no_rent_insurance' },
    guarantor: never,
    phrases: ['garant', 'personne se portant caution', 'caution solidaire', 'caution parentale', 'guarantor', 'co signer'],
  },
] as const satisfies readonly LawItem[];

/** What may never be asked before a lease, and what is often asked though the list does not hold it. Source: service-public F1169. */
export const NEVER = [
  {
    key: 'bank_statement',
    ...neverBoth,
    phrases: [
      'relevé de compte',
      'relevé bancaire',
      'relevé de banque',
      'extrait de compte',
      'extrait bancaire',
      'relevé d’épargne',
      'bank statement',
      'account statement',
    ],
  },
  {
    key: 'rib',
    ...neverBoth,
    phrases: ['rib', 'iban', 'relevé d’identité bancaire', 'coordonnées bancaires', 'bank details', 'bank account details'],
  },
  {
    key: 'account_good_standing',
    ...neverBoth,
    phrases: [
      'attestation de bonne tenue de compte',
      'bonne tenue de compte',
      'attestation bancaire',
      'bank reference',
      'bank letter',
    ],
  },
  {
    key: 'direct_debit_authority',
    ...neverBoth,
    phrases: ['autorisation de prélèvement', 'mandat de prélèvement', 'mandat sepa', 'prélèvement automatique', 'direct debit'],
  },
  {
    key: 'photo',
    ...neverBoth,
    phrases: [
      'photo d’identité',
      'photographie d’identité',
      'photo récente',
      'photo de vous',
      'passport photo',
      'identity photo',
      'recent photo',
      'photograph',
    ],
  },
  {
    key: 'social_security_card',
    ...neverBoth,
    phrases: [
      'carte vitale',
      'carte de sécurité sociale',
      'numéro de sécurité sociale',
      'attestation de sécurité sociale',
      'attestation de droit à l’assurance maladie',
      'health insurance card',
      'social security card',
      'social security number',
    ],
  },
  {
    key: 'criminal_record',
    ...neverBoth,
    phrases: ['casier judiciaire', 'extrait de casier', 'bulletin n° 3', 'criminal record', 'police check'],
  },
  {
    key: 'divorce_judgment',
    candidate: { verdict: 'allowed_if', condition: 'operative_part' },
    guarantor: { verdict: 'allowed_if', condition: 'operative_part' },
    phrases: ['jugement de divorce', 'divorce judgment', 'divorce decree', 'ordonnance de non conciliation'],
  },
  {
    key: 'marriage_contract',
    ...neverBoth,
    phrases: [
      'contrat de mariage',
      'acte de mariage',
      'certificat de mariage',
      'marriage contract',
      'marriage certificate',
      'prenuptial agreement',
    ],
  },
  {
    key: 'cohabitation_certificate',
    ...neverBoth,
    phrases: [
      'certificat de concubinage',
      'attestation de concubinage',
      'certificat de vie commune',
      'certificat de pacs',
      'attestation de pacs',
    ],
  },
  {
    key: 'family_record_book',
    ...neverBoth,
    phrases: ['livret de famille', 'acte de naissance', 'extrait de naissance', 'family record book', 'birth certificate'],
  },
  {
    key: 'medical_file',
    ...neverBoth,
    phrases: [
      'dossier médical',
      'certificat médical',
      'bulletin de santé',
      'questionnaire de santé',
      'medical file',
      'medical certificate',
      'health questionnaire',
    ],
  },
  {
    key: 'no_credit_certificate',
    ...neverBoth,
    phrases: [
      'attestation d’absence de crédit',
      'absence de crédit en cours',
      'attestation de non crédit',
      'tableau d’amortissement',
      'crédit en cours',
      'no credit certificate',
      'credit report',
      'credit check',
    ],
  },
  {
    key: 'ficp',
    ...neverBoth,
    phrases: ['ficp', 'fichier banque de france', 'attestation banque de france', 'fichier des incidents de paiement'],
  },
  {
    key: 'third_balance_sheet',
    ...neverBoth,
    phrases: ['trois derniers bilans', '3 derniers bilans', '3 bilans', 'trois bilans'],
  },
  {
    key: 'reservation_cheque',
    ...neverBoth,
    phrases: [
      'chèque de réservation',
      'frais de réservation',
      'chèque de caution à la visite',
      'versement pour réserver',
      'frais de dossier',
      'frais de visite',
      'holding deposit',
      'reservation fee',
      'application fee',
    ],
  },
  {
    key: 'deposit_over_one_month',
    ...neverBoth,
    phrases: [
      'compte bloqué',
      'caution bancaire',
      'somme bloquée',
      'dépôt bloqué',
      'blocked deposit',
      'blocked account',
      'bank guarantee',
    ],
  },
  {
    key: 'host_identity',
    ...neverBoth,
    phrases: [
      'pièce d’identité de l’hébergeant',
      'pièce d’identité de l’hébergeur',
      'carte d’identité de l’hébergeant',
      'carte d’identité de l’hébergeur',
      'identité de l’hébergeant',
      'identité de l’hébergeur',
      'host id',
      'identity of host',
    ],
  },
  {
    key: 'host_address_proof',
    ...neverBoth,
    phrases: [
      'justificatif de domicile de l’hébergeant',
      'justificatif de domicile de l’hébergeur',
      'facture de l’hébergeant',
      'facture de l’hébergeur',
      'host proof of address',
    ],
  },
] as const satisfies readonly LawItem[];

export type LawItemKey = (typeof LISTED)[number]['key'] | (typeof NEVER)[number]['key'];

/** Everything the checker knows, listed first. */
export const LAW_ITEMS: readonly (LawItem & { readonly key: LawItemKey })[] = [...LISTED, ...NEVER];

/** The row of a key; `null` when there is none (a key from outside). */
export function lawItemOf(key: string): (LawItem & { readonly key: LawItemKey }) | null {
  return LAW_ITEMS.find((item) => item.key === key) ?? null;
}
