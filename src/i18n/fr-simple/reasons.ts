import { reason } from '../reason-entry.ts';
import type { Easier } from '../section.ts';
import type { reasons as fr } from '../fr/reasons.ts';

export const reasons = {
  ...reason('kind_not_accepted', {
    title: 'Ce n’est pas le bon document',
    wrong: 'Ce document ne prouve pas la situation choisie.',
    todo: 'À la place, envoyez : {papers}.',
  }),
  ...reason('unreadable', {
    title: 'Impossible à lire',
    wrong: 'Nous ne pouvons pas lire ce document. Il est flou, coupé ou trop sombre.',
    todo: 'Envoyez une copie entière et facile à lire. Un PDF est encore mieux.',
  }),
  ...reason('name_mismatch', {
    title: 'Le nom est différent ou absent',
    wrong: {
      you: 'Votre nom n’est pas sur ce document. Ou c’est un autre nom.',
      them: 'Le nom de {name} n’est pas sur ce document. Ou c’est un autre nom.',
    },
    todo: {
      you: 'Envoyez un document à votre nom. Ou corrigez votre nom. Vous pouvez aussi ajouter un autre nom.',
      them: 'Envoyez un document au nom de {name}. Ou corrigez ce nom. Vous pouvez aussi ajouter un autre nom.',
    },
  }),
  ...reason('all_in_one_slot', {
    title: 'Tous les documents au même endroit',
    wrong: 'Il y a ici plusieurs documents différents.',
    todo: 'Gardez ici seulement : {papers}. Mettez les autres à leur place.',
  }),
  ...reason('other_person_papers', {
    title: 'Documents d’une autre personne',
    wrong: { you: 'Ces documents ne sont pas à vous.', them: 'Ces documents ne sont pas à {name}.' },
    todo: {
      you: 'Mettez-les chez la bonne personne. Ensuite, ajoutez vos documents.',
      them: 'Mettez-les chez la bonne personne. Ensuite, ajoutez les documents de {name}.',
    },
  }),
  ...reason('pages_missing', {
    title: 'Il manque des pages ou un côté',
    wrong: 'Nous avons {count, plural, one {# page ou côté} other {# pages ou côtés}} sur {total}.',
    todo: 'Envoyez le document complet, avec toutes ses pages.',
  }),
  ...reason('translation_missing', {
    title: 'Il manque la traduction',
    wrong: 'Ce document n’est pas en français. Il n’est pas traduit.',
    todo: 'Ajoutez une traduction en français. Il faut : les noms, les dates, les montants.',
  }),
  ...reason('change_situation', {
    title: 'Changer de situation',
    wrong: {
      you: 'Vos documents montrent une autre situation.',
      them: 'Les documents de {name} montrent une autre situation.',
    },
    todo: 'Choisissez « {situation} ». Vos documents ne bougent pas.',
  }),
  ...reason('unsigned', {
    title: 'Pas signé',
    wrong: 'Ce document n’est pas signé : {who}.',
    todo: 'Demandez la signature. Ensuite, envoyez-le encore une fois.',
  }),
  ...reason('id_expired', {
    title: 'Document d’identité plus valable',
    wrong: {
      you: 'Votre document d’identité n’est plus valable depuis le {date}.',
      them: 'Le document d’identité de {name} n’est plus valable depuis le {date}.',
    },
    todo: 'Envoyez un document encore valable. Ou choisissez un autre document d’identité.',
  }),
  ...reason('permit_or_renewal_receipt', {
    title: 'Il manque le titre de séjour ou le récépissé',
    wrong: 'Il manque le titre de séjour. Ou il n’est plus valable et il manque le récépissé.',
    todo: 'Envoyez le titre de séjour. Il n’est plus valable ? Ajoutez le récépissé de renouvellement.',
  }),
  ...reason('france_identite_unusable', {
    title: 'Le document France Identité ne marche pas',
    wrong: 'Ce document France Identité a déjà servi ou n’est plus valable.',
    todo: 'Créez un nouveau document dans l’application France Identité. Envoyez-le.',
  }),
  ...reason('property_tax_preferred', {
    title: 'La taxe foncière est mieux',
    wrong: 'Ce document est bon. Mais la taxe foncière est plus facile à vérifier.',
    todo: 'Ajoutez-la si vous l’avez.',
  }),
  ...reason('invoice_unpaid', {
    title: 'On ne voit pas le paiement',
    wrong: 'Les factures ne disent pas qu’elles sont payées.',
    todo: 'Envoyez des factures qui disent « payé ».',
  }),
  ...reason('months_too_old', {
    title: 'Mois trop anciens',
    wrong: 'Ces documents sont trop anciens.',
    todo: 'Envoyez les documents de ces mois : {months}.',
  }),
  ...reason('activity_ended', {
    title: 'Contrat fini',
    wrong: 'Ce contrat est fini depuis le {date}.',
    todo: {
      you: 'Envoyez un document sur ce que vous faites aujourd’hui.',
      them: 'Envoyez un document sur ce que {name} fait aujourd’hui.',
    },
  }),
  ...reason('starter_use_contract_page', {
    title: 'Le travail commence : page du contrat',
    wrong: { you: 'Votre travail vient de commencer.', them: 'Le travail de {name} vient de commencer.' },
    todo: 'Envoyez la page du contrat avec le salaire. Ou envoyez la première fiche de paie.',
  }),
  ...reason('amount_mismatch', {
    title: 'Le montant est différent',
    wrong: {
      you: 'Vous avez écrit {declared} par mois. Nous lisons {read}.',
      them: '{declared} par mois est écrit pour {name}. Nous lisons {read}.',
    },
    todo: 'Corrigez le montant. Ou expliquez pourquoi il est différent.',
  }),
  ...reason('explanation_insufficient', {
    title: 'Explication pas assez claire',
    wrong: 'Nous n’avons pas compris l’explication.',
    todo: 'Expliquez un peu plus. Ou ajoutez un document.',
  }),
  ...reason('tax_notice_expected', {
    title: 'Il manque l’avis d’impôt',
    wrong: 'Il n’y a pas d’avis d’impôt.',
    todo: 'Téléchargez l’avis d’impôt complet sur impots.gouv.fr. Envoyez-le.',
  }),
  ...reason('not_a_tax_notice', {
    title: 'Ce n’est pas un avis d’impôt',
    wrong: 'Ce document n’est pas un avis d’impôt sur le revenu.',
    todo: 'Téléchargez l’avis d’impôt complet sur impots.gouv.fr. Envoyez-le.',
  }),
  ...reason('asdir_not_accepted', {
    title: 'Situation déclarative',
    wrong: 'Ce document est une « situation déclarative ». Il faut l’avis d’impôt.',
    todo: 'Téléchargez l’« avis d’impôt » complet sur impots.gouv.fr. Envoyez-le.',
  }),
  ...reason('local_tax_not_accepted', {
    title: 'Impôt sur le logement',
    wrong: 'Ce document parle de la taxe foncière ou d’habitation.',
    todo: 'Téléchargez l’avis d’impôt sur le revenu sur impots.gouv.fr. Envoyez-le.',
  }),
  ...reason('wrong_tax_year', {
    title: 'Mauvaise année',
    wrong: 'Ce document est de l’année {year}.',
    todo: 'Envoyez le document d’une de ces années : {years}.',
  }),
  ...reason('declaration_contradicted', {
    title: 'Un document dit autre chose',
    wrong: 'Un autre document ne dit pas la même chose.',
    todo: { you: 'Choisissez ce qui est vrai pour vous.', them: 'Choisissez ce qui est vrai pour {name}.' },
  }),
  ...reason('guarantee_certificate_awaited', {
    title: 'Il manque le certificat de garantie',
    wrong: 'Ce document est une demande de garantie. Ce n’est pas le certificat.',
    todo: 'Envoyez le certificat quand vous l’aurez.',
  }),
  ...reason('guarantee_expired', {
    title: 'Garantie finie',
    wrong: 'La garantie est finie depuis le {date}.',
    todo: 'Demandez un nouveau certificat. Envoyez-le.',
  }),

  'signer.host': 'il manque la signature de la personne qui loge',
  'signer.school': 'il manque la signature de l’école',
  'signer.person': 'il manque la signature de la personne',
  'signer.everyone': 'il manque une signature',
} as const satisfies Easier<typeof fr>;
