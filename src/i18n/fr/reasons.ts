import { reason } from '../reason-entry.ts';

export const reasons = {
  ...reason('expected_paper', {
    title: 'Document attendu absent',
    wrong: 'Nous n’avons pas trouvé le document attendu.',
    todo: 'Envoyez : {papers}.',
  }),
  ...reason('kind_not_accepted', {
    title: 'Document non adapté',
    wrong: 'Ce document ne prouve pas la situation choisie.',
    todo: 'Remplacez-le par : {papers}.',
  }),
  ...reason('unreadable', {
    title: 'Illisible',
    wrong: 'Le document est flou, coupé ou trop sombre : nous ne pouvons pas le lire.',
    todo: 'Envoyez une copie nette et entière. Le mieux est le PDF d’origine.',
  }),
  ...reason('name_mismatch', {
    title: 'Nom différent ou absent',
    wrong: {
      you: 'Votre nom n’est pas sur ce document, ou c’est un autre nom.',
      them: 'Le nom de {name} n’est pas sur ce document, ou c’est un autre nom.',
    },
    todo: {
      you: 'Envoyez un document à votre nom. Vous pouvez aussi corriger votre nom ou ajouter un nom d’usage.',
      them: 'Envoyez un document au nom de {name}. Vous pouvez aussi corriger ce nom ou ajouter un nom d’usage.',
    },
  }),
  ...reason('all_in_one_slot', {
    title: 'Tous les documents au même endroit',
    wrong: 'Plusieurs documents différents sont rangés ici.',
    todo: 'Gardez ici seulement : {papers}. Rangez les autres dans leur rubrique.',
  }),
  ...reason('other_person_papers', {
    title: 'Documents d’une autre personne',
    wrong: { you: 'Ces documents ne sont pas les vôtres.', them: 'Ces documents ne sont pas ceux de {name}.' },
    todo: {
      you: 'Déplacez-les chez la bonne personne et ajoutez les vôtres.',
      them: 'Déplacez-les chez la bonne personne et ajoutez ceux de {name}.',
    },
  }),
  ...reason('pages_missing', {
    title: 'Pages ou faces manquantes',
    wrong: 'Nous avons {count, plural, one {# page ou face} other {# pages ou faces}} sur {total}.',
    todo: 'Envoyez le document complet, avec toutes ses pages.',
  }),
  ...reason('translation_missing', {
    title: 'Traduction manquante',
    wrong: 'Ce document n’est ni en français, ni traduit.',
    todo: 'Ajoutez une traduction de l’essentiel : noms, dates, montants.',
  }),
  ...reason('extra_paper', {
    title: 'Document inutile',
    wrong: 'Un document n’est pas utile ici.',
    todo: 'Vous pouvez l’enlever.',
  }),
  ...reason('forbidden_paper', {
    title: 'Document que personne ne peut demander',
    wrong: 'Personne n’a le droit de demander ce document : {what}.',
    todo: 'Nous vous conseillons de l’enlever.',
  }),
  ...reason('other', {
    title: 'Autre motif (texte de l’agent)',
    wrong: 'Un agent vous explique ce qui ne va pas.',
    todo: 'Lisez son message et corrigez votre document.',
  }),
  ...reason('change_situation', {
    title: 'Changer de situation',
    wrong: {
      you: 'Vos documents montrent une autre situation que celle choisie.',
      them: 'Les documents de {name} montrent une autre situation que celle choisie.',
    },
    todo: 'Choisissez « {situation} ». Les fichiers restent en place.',
  }),
  ...reason('change_guarantor_type', {
    title: 'Changer de type de garant',
    wrong: 'Les documents montrent un autre type de garant.',
    todo: 'Choisissez « {kind} » comme type de garant.',
  }),
  ...reason('too_old', {
    title: 'Trop ancien',
    wrong: 'Ce document a plus de {count} mois.',
    todo: 'Envoyez un document daté du {from} ou après.',
  }),
  ...reason('unsigned', {
    title: 'Non signé',
    wrong: 'Ce document n’est pas signé : {who}.',
    todo: 'Faites-le signer, puis envoyez-le à nouveau.',
  }),
  ...reason('id_expired', {
    title: 'Identité expirée',
    wrong: { you: 'Votre document d’identité a expiré le {date}.', them: 'Le document d’identité de {name} a expiré le {date}.' },
    todo: 'Envoyez un document encore valable, ou choisissez un autre document d’identité.',
  }),
  ...reason('permit_or_renewal_receipt', {
    title: 'Titre de séjour ou récépissé manquant',
    wrong: 'Le titre de séjour manque, ou il a expiré et le récépissé manque.',
    todo: 'Envoyez le titre de séjour. S’il a expiré, ajoutez le récépissé de renouvellement.',
  }),
  ...reason('france_identite_unusable', {
    title: 'Justificatif France Identité inutilisable',
    wrong: 'Ce justificatif France Identité a expiré, a déjà servi ou ne peut pas être vérifié.',
    todo: 'Créez un nouveau justificatif dans l’application et envoyez-le.',
  }),
  ...reason('property_tax_preferred', {
    title: 'Taxe foncière préférable',
    wrong: 'Ce document convient, mais la taxe foncière est plus facile à vérifier.',
    todo: 'Ajoutez-la si vous l’avez.',
  }),
  ...reason('invoice_unpaid', {
    title: 'Paiement non visible',
    wrong: 'Les factures ne montrent pas qu’elles sont payées.',
    todo: 'Envoyez des factures où le paiement est indiqué.',
  }),
  ...reason('months_missing', {
    title: 'Mois manquants',
    wrong: 'Il n’y a pas trois mois qui se suivent.',
    todo: 'Ajoutez les documents de ces mois : {months}.',
  }),
  ...reason('months_too_old', {
    title: 'Mois trop anciens',
    wrong: 'Ces documents sont de mois trop anciens.',
    todo: 'Envoyez les documents de ces mois : {months}.',
  }),
  ...reason('earlier_proofs_removed', {
    title: 'Anciens documents enlevés',
    wrong: 'Des documents déjà envoyés ne sont plus là.',
    todo: 'Remettez les documents de ces mois : {months}.',
  }),
  ...reason('activity_ended', {
    title: 'Contrat terminé',
    wrong: 'Ce contrat est terminé depuis le {date}.',
    todo: {
      you: 'Envoyez un document sur votre activité d’aujourd’hui.',
      them: 'Envoyez un document sur l’activité de {name} aujourd’hui.',
    },
  }),
  ...reason('wrong_school_year', {
    title: 'Mauvaise année scolaire',
    wrong: 'Ce document est d’une autre année scolaire.',
    todo: 'Envoyez un document d’une de ces années : {years}.',
  }),
  ...reason('starter_use_contract_page', {
    title: 'Début d’activité : page du contrat',
    wrong: { you: 'Votre travail vient de commencer.', them: 'Le travail de {name} vient de commencer.' },
    todo: 'Envoyez la page du contrat qui indique le salaire, ou la première fiche de paie.',
  }),
  ...reason('amount_mismatch', {
    title: 'Montant différent',
    wrong: {
      you: 'Vous avez indiqué {declared} par mois, et nous lisons {read}.',
      them: '{declared} par mois sont indiqués pour {name}, et nous lisons {read}.',
    },
    todo: 'Corrigez le montant, ou expliquez la différence.',
  }),
  ...reason('explanation_insufficient', {
    title: 'Explication insuffisante',
    wrong: 'Nous n’avons pas compris l’explication.',
    todo: 'Donnez plus de détails, ou ajoutez un document.',
  }),
  ...reason('tax_notice_expected', {
    title: 'Avis d’impôt attendu',
    wrong: 'Il n’y a pas d’avis d’impôt.',
    todo: 'Téléchargez l’avis d’impôt complet sur impots.gouv.fr et envoyez-le.',
  }),
  ...reason('not_a_tax_notice', {
    title: 'Ce n’est pas un avis d’impôt',
    wrong: 'Ce document n’est pas un avis d’impôt sur le revenu.',
    todo: 'Téléchargez l’avis d’impôt complet sur impots.gouv.fr et envoyez-le.',
  }),
  ...reason('asdir_not_accepted', {
    title: 'Situation déclarative',
    wrong: 'Ce document est une « situation déclarative », pas un avis.',
    todo: 'Téléchargez l’« avis d’impôt » complet sur impots.gouv.fr et envoyez-le.',
  }),
  ...reason('local_tax_not_accepted', {
    title: 'Impôt local',
    wrong: 'Ce document concerne la taxe foncière ou d’habitation.',
    todo: 'Téléchargez l’avis d’impôt sur le revenu sur impots.gouv.fr et envoyez-le.',
  }),
  ...reason('wrong_tax_year', {
    title: 'Mauvaise année',
    wrong: 'Ce document porte sur l’année {year}.',
    todo: 'Envoyez le document d’une de ces années : {years}.',
  }),
  ...reason('declaration_contradicted', {
    title: 'Déclaration contredite',
    wrong: 'Un autre document du dossier dit autre chose que cette déclaration.',
    todo: {
      you: 'Choisissez ce qui correspond à votre situation.',
      them: 'Choisissez ce qui correspond à la situation de {name}.',
    },
  }),
  ...reason('guarantee_certificate_awaited', {
    title: 'Certificat de garantie attendu',
    wrong: 'Ce document est une demande de garantie, pas le certificat.',
    todo: 'Envoyez le certificat quand vous l’aurez.',
  }),
  ...reason('guarantee_expired', {
    title: 'Garantie expirée',
    wrong: 'La garantie a pris fin le {date}.',
    todo: 'Demandez un nouveau certificat et envoyez-le.',
  }),

  'signer.employer': 'il manque la signature de l’employeur',
  'signer.host': 'il manque la signature de la personne qui héberge',
  'signer.landlord': 'il manque la signature du propriétaire ou de l’agence',
  'signer.organism': 'il manque la signature de l’organisme',
  'signer.school': 'il manque la signature de l’établissement',
  'signer.person': 'il manque la signature de la personne concernée',
  'signer.everyone': 'il manque au moins une signature',
  'guarantor_kind.natural': 'Une personne',
  'guarantor_kind.company': 'Une société',
  'guarantor_kind.organism': 'Un organisme',
} as const;
