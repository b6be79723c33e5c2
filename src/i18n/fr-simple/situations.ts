import type { Easier } from '../section.ts';
import type { situations as fr } from '../fr/situations.ts';

export const situations = {
  'category.identity.why': 'Le propriétaire doit savoir qui vous êtes. Un seul document suffit.',
  'category.home.title': 'Logement',
  'category.home.why': 'Ce document dit où vous vivez aujourd’hui. Un seul suffit.',
  'category.activity.why': 'Le propriétaire veut savoir ce que vous faites : travail, études, retraite…',
  'category.income.title': 'Revenus',
  'category.income.why': 'Le propriétaire veut savoir si vous pouvez payer le loyer. Ajoutez vos revenus un par un.',
  'category.tax.why': 'L’avis d’impôt confirme vos revenus. Il est utile. Il n’est pas toujours obligatoire.',
  'category.guarantee.why': 'Le locataire ne peut pas payer le loyer ? Un organisme le paie.',
  'category.company.why': 'Ce document dit que la société existe. Il dit aussi qui la représente.',

  'situation.identity.id_card.hint': 'Les deux côtés. Elle est française ou étrangère. Elle doit être encore valable.',
  'situation.identity.passport.hint':
    'La page avec la photo et celle avec la signature. Il est français ou étranger. Il doit être encore valable.',
  'situation.identity.residence_permit.hint':
    'Les deux côtés. Il n’est plus valable ? Ajoutez le récépissé de renouvellement. Vous avez un visa ? Choisissez le passeport.',
  'situation.identity.driving_licence.hint': 'Les deux côtés. Il est français ou étranger. Il doit être encore valable.',
  'situation.identity.france_identite.title': 'Document de l’application France Identité',
  'situation.identity.france_identite.hint': 'Le PDF créé dans l’application France Identité. Il sert une seule fois.',
  'situation.identity.other.hint': 'Un document officiel avec votre nom et votre photo. Il doit être encore valable.',

  'situation.home.tenant.receipts.hint':
    'Vos 3 dernières quittances de loyer. Une quittance est un papier du propriétaire. Elle dit que le loyer est payé.',
  'situation.home.tenant.landlord_certificate.hint':
    'Une lettre signée de votre propriétaire ou de l’agence. Elle dit que vous avez tout payé. Elle a moins de 3 mois.',
  'situation.home.tenant.home_proof.hint':
    'Une quittance de loyer. Ou une facture d’eau, de gaz ou d’électricité. Ou une assurance du logement. Le document a moins de 3 mois.',
  'situation.home.owner.hint': 'Toutes les pages de la taxe foncière. Ou le titre de propriété.',
  'situation.home.guest.certificate.title': 'Logé chez quelqu’un, avec une attestation',
  'situation.home.guest.certificate.hint':
    'L’attestation signée par la personne qui vous loge. Elle a moins de 3 mois. Cette personne ne donne ni son identité, ni son adresse.',
  'situation.home.guest.to_sign.title': 'Logé chez quelqu’un, sans attestation pour le moment',
  'situation.home.guest.to_sign.hint': 'Imprimez notre modèle. La personne qui vous loge le signe. Ensuite, ajoutez-le ici.',
  'situation.home.employer.title': 'Logement donné par le travail',
  'situation.home.employer.hint': 'Une attestation de l’employeur. Ou une fiche de paie ou un contrat qui montre ce logement.',
  'situation.home.organism.title': 'Adresse ou logement chez une association',
  'situation.home.organism.hint': 'L’attestation d’élection de domicile. L’association l’a signée. Elle a moins de 3 mois.',
  'situation.home.short_term.title': 'Hôtel, camping ou location courte',
  'situation.home.precarious.title': 'Pas de logement stable',
  'situation.home.precarious.hint': 'Vous n’avez pas de document à donner. Nous créons une déclaration pour vous.',
  'situation.home.other.hint': 'Un document de moins de 3 mois. Ou quelques phrases pour expliquer.',

  'situation.activity.permanent.title': 'CDI (contrat de travail sans date de fin)',
  'situation.activity.permanent.hint':
    'Le contrat complet et signé. Ou une attestation de l’employeur de moins de 3 mois. La période d’essai est acceptée.',
  'situation.activity.fixed_term.title': 'CDD (contrat de travail avec une date de fin)',
  'situation.activity.fixed_term.hint':
    'Le contrat d’aujourd’hui, complet et signé. Ou une attestation de l’employeur de moins de 3 mois.',
  'situation.activity.temporary.hint':
    'Le contrat de mission d’aujourd’hui. Ajoutez si possible les attestations des 3 derniers mois.',
  'situation.activity.apprenticeship.title': 'Alternance (école et travail)',
  'situation.activity.apprenticeship.hint': 'Le contrat complet et signé.',
  'situation.activity.internship.hint': 'La convention de stage complète. Tout le monde l’a signée.',
  'situation.activity.student.hint':
    'La carte d’étudiant ou le certificat de scolarité. Ou l’inscription Parcoursup. Le document est de cette année. Il a votre nom.',
  'situation.activity.public_servant.title': 'Travail dans la fonction publique',
  'situation.activity.public_servant.hint': 'L’arrêté de nomination. Ou une attestation de l’employeur de moins de 3 mois.',
  'situation.activity.retired.hint':
    'Un bulletin de pension de moins de 2 ans. Ou une preuve de paiement de moins de 2 ans. Ou votre titre de pension.',
  'situation.activity.unemployed.hint':
    'Un avis de situation France Travail de moins de 3 mois. Ou la lettre qui ouvre vos droits.',
  'situation.activity.independent.title': 'Travail à son compte',
  'situation.activity.independent.hint':
    'La carte professionnelle. Ou un papier de l’entreprise de moins de 3 mois. Par exemple : extrait K, K-bis, avis SIRENE, registre des entreprises.',
  'situation.activity.intermittent.title': 'Travail dans le spectacle (intermittent)',
  'situation.activity.intermittent.hint':
    'Un avis France Travail de moins de 3 mois. Vous avez un contrat en ce moment ? Ajoutez-le.',
  'situation.activity.artist.hint': 'Un avis SIRENE de moins de 3 mois. Ou une attestation d’affiliation.',
  'situation.activity.stay_at_home_parent.title': 'Parent à la maison avec ses enfants',
  'situation.activity.stay_at_home_parent.hint':
    'Une attestation de la CAF de moins de 3 mois. Ou une déclaration sur l’honneur.',
  'situation.activity.none.title': 'Pas de travail',
  'situation.activity.other.hint': 'Un document récent sur ce que vous faites. Ou une déclaration sur l’honneur.',

  'situation.income.salary.over_3_months.hint':
    'Vos 3 dernières fiches de paie. Vous êtes en stage ? Les preuves de paiement de 3 mois.',
  'situation.income.salary.under_3_months.hint': 'Toutes les fiches de paie que vous avez déjà.',
  'situation.income.salary.not_yet.hint':
    'La page du contrat avec le salaire et la date de début. Une promesse d’embauche est acceptée.',
  'situation.income.salary.micro_entrepreneur.hint':
    'Les 3 dernières déclarations URSSAF du mois. Ou la dernière déclaration de 3 mois. Écrivez le montant sans les cotisations.',
  'situation.income.salary.independent.title': 'Autre travail à son compte',
  'situation.income.salary.independent.hint': 'Une attestation comptable. Ou vos derniers bilans : deux au plus.',
  'situation.income.salary.intermittent.title': 'Travail dans le spectacle (intermittent)',
  'situation.income.salary.intermittent.hint':
    'Vos 3 dernières déclarations du mois. Ou 3 relevés France Travail avec les fiches de paie.',
  'situation.income.salary.artist.hint': 'La dernière déclaration URSSAF. Ou l’avis d’impôt.',
  'situation.income.benefit.caf.over_3_months.title': 'Aide CAF ou MSA (RSA, prime d’activité) : plus de 3 mois',
  'situation.income.benefit.caf.over_3_months.hint': 'Les preuves de paiement des 3 derniers mois.',
  'situation.income.benefit.caf.under_3_months.title': 'Aide CAF ou MSA (RSA, prime d’activité) : moins de 3 mois',
  'situation.income.benefit.caf.under_3_months.hint': 'Toutes les preuves de paiement que vous avez déjà.',
  'situation.income.benefit.france_travail.over_3_months.hint': 'Les preuves de paiement des 3 derniers mois.',
  'situation.income.benefit.france_travail.under_3_months.hint': 'Toutes les preuves de paiement que vous avez déjà.',
  'situation.income.benefit.france_travail.not_yet.hint': 'La lettre qui ouvre vos droits, avec le montant.',
  'situation.income.benefit.housing.not_yet.hint': 'Une photo de l’écran avec le calcul de la CAF.',
  'situation.income.benefit.disability.not_yet.hint': 'La décision de la maison du handicap (MDPH).',
  'situation.income.benefit.other.hint': 'Un document qui dit combien et quand vous recevez l’argent.',
  'situation.income.pension.no_statement.hint': 'L’avis d’impôt. Prenez la ligne des pensions. Divisez par 12. C’est le montant.',
  'situation.income.pension.disability.not_yet.hint': 'La lettre qui ouvre vos droits.',
  'situation.income.pension.alimony.title': 'Pension alimentaire reçue (argent pour les enfants ou l’ancien conjoint)',
  'situation.income.pension.alimony.hint':
    'Un document avec le montant. Vous avez un jugement ? La partie sur la pension suffit.',
  'situation.income.rent.receipt.hint': 'Une quittance donnée à votre locataire. Elle a moins de 3 mois.',
  'situation.income.rent.no_receipt.hint':
    'L’avis d’impôt. Prenez la ligne des revenus fonciers. Divisez par 12. C’est le montant.',
  'situation.income.rent.other.hint': 'Une attestation de rente ou de placement. Ou un papier du logement que vous louez.',
  'situation.income.scholarship.hint': 'La dernière lettre de bourse. Par exemple : celle du Crous.',
  'situation.income.none.title': 'Pas de revenu',
  'situation.income.none.hint': 'Vous n’avez pas de document à donner. Vous pouvez expliquer votre situation.',
  'situation.income.salary.unknown.title': 'Salaire : choisissez votre situation',
  'situation.income.salary.unknown.hint': 'Ce revenu vient d’un ancien dossier. Dites ce qui est vrai pour vous.',
  'situation.income.pension.unknown.title': 'Pension : choisissez votre situation',
  'situation.income.pension.unknown.hint': 'Ce revenu vient d’un ancien dossier. Dites ce qui est vrai pour vous.',

  'situation.tax.french_notice.hint':
    'Toutes les pages de l’avis d’impôt ou de non-imposition. La « situation déclarative » ne va pas.',
  'situation.tax.foreign_notice.title': 'Avis d’impôt d’un autre pays',
  'situation.tax.foreign_notice.hint': 'Le dernier avis de votre pays. Ajoutez une traduction en français.',
  'situation.tax.parents.title': 'Sur les impôts des parents',
  'situation.tax.parents.hint': 'Vous n’avez pas de document à donner. Nous créons une déclaration pour vous.',
  'situation.tax.no_declaration.title': 'Jamais de déclaration en France',
  'situation.tax.no_declaration.hint':
    'Votre première déclaration d’impôts n’est pas encore faite. Nous créons une déclaration pour vous.',
  'situation.tax.not_received.title': 'Déclaration faite, avis pas encore reçu',
  'situation.tax.not_received.hint': 'C’est votre première déclaration d’impôts. Nous créons une déclaration pour vous.',
  'situation.tax.other.hint': 'Un document. Ou quelques phrases pour expliquer.',

  'situation.guarantee.visale.hint': 'Toutes les pages du visa certifié Visale. Il doit être encore valable.',
  'situation.guarantee.other.hint': 'Le certificat de garantie. Il doit être encore valable.',
  'situation.company.registration.title': 'Société garante',
  'situation.company.registration.hint':
    'Un extrait K-bis de moins de 3 mois. Ou les statuts. Ou une autre preuve que la société existe.',
} as const satisfies Easier<typeof fr>;
