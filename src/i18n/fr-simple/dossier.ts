import type { Easier } from '../section.ts';
import type { dossier as fr } from '../fr/dossier.ts';

export const dossier = {
  'dossier.reading_text': 'Une erreur ? Nous vous le dirons ici. Vous pouvez continuer sans attendre.',
  'dossier.reading_late': 'La lecture prend du temps. Vous verrez le résultat dans votre dossier.',
  'dossier.status_incomplete': 'Votre dossier n’est pas fini. Il manque des informations.',
  'dossier.status_complete': 'Votre dossier est complet. Vous pouvez l’envoyer. Nous allons le vérifier.',
  'dossier.status_in_review': 'Nous vérifions votre dossier. Nous vous écrirons quand c’est fini.',
  'dossier.status_to_correct': 'Il y a des documents à corriger. Nous gardons le reste.',
  'dossier.status_archived': 'Votre dossier est rangé.',
  'dossier.first_names_hint': 'Écrivez comme sur votre document d’identité. Tous les alphabets marchent.',
  'dossier.birth_name': 'Nom de famille à la naissance',
  'dossier.used_name': 'Autre nom que vous utilisez (vous pouvez laisser vide)',
  'dossier.used_name_hint': 'Par exemple : le nom de votre mari ou de votre femme.',
  'dossier.postcode': 'Code postal (vous pouvez laisser vide)',
  'dossier.name_too_long': 'Ce nom est trop long. Il faut 100 caractères ou moins.',
  'dossier.name_characters': 'Utilisez seulement des lettres, des espaces, des tirets ou des apostrophes.',
  'dossier.law_note': 'La loi donne la liste des documents permis. C’est le décret n° 2015-1437. Nous ne demandons rien de plus.',
  'dossier.choose_activity': 'Que faites-vous dans la vie ?',
  'dossier.choose_income': 'Quel revenu recevez-vous ?',
  'dossier.amount': 'Argent reçu par mois, avant impôt, en euros',
  'dossier.amount_hint':
    'Écrivez un nombre entier. Par exemple : 1650. Le montant change ? Donnez la moyenne des 3 derniers mois.',
  'dossier.amount_missing': 'Écrivez un montant en euros, sans centimes. Il doit être plus grand que 0.',
  'dossier.cannot_provide': 'Je ne peux pas donner de document',
  'dossier.text_cannot_provide': 'Expliquez pourquoi. Dites aussi comment vous recevez cet argent',
  'dossier.text_missing': 'Écrivez quelques mots pour expliquer.',
  'dossier.statement': 'Je dis que cela est vrai. Une déclaration à mon nom est créée.',
  'dossier.statement_missing': 'Cochez la case pour dire que c’est vrai.',
  'dossier.help_115':
    'Vous n’avez pas de logement : appelez le 115. Vous subissez des violences : appelez le 3919. Les appels sont gratuits. Le 3919 ne demande pas votre nom.',
  'dossier.tax_skip': 'Pas maintenant. Je réponds plus tard',
  'dossier.tax_skip_hint': 'C’est possible si un document prouve vos revenus. Cela ne compte pas contre vous.',
  'dossier.income_alone': 'Vous avez choisi « Aucun revenu ». Mais il y a un autre revenu. Supprimez d’abord l’autre.',
  'dossier.income_none_yet': 'Vous n’avez pas encore ajouté de revenu.',
  'dossier.income_none_yet_help':
    'Salaire, aide, pension, bourse : ajoutez-les un par un. Vous n’avez pas de revenu ? Dites-le aussi.',
  'dossier.files_none': 'Il n’y a pas encore de document.',
  'dossier.files_hint':
    'Vous pouvez envoyer un PDF ou une photo. Types de photo : JPEG, PNG ou HEIC. Chaque document : 10 Mo au plus. Vous pouvez en choisir plusieurs.',
  'dossier.file_preview': 'Image de {name}',
  'dossier.upload_waiting': 'Attendez',
  'dossier.upload_offline': 'Il n’y a plus d’internet. L’envoi reprendra tout seul.',
  'dossier.upload_drop': 'Vous pouvez aussi poser vos documents ici avec la souris.',
  'dossier.guarantors_ask': 'Avez-vous un garant ?',
  'dossier.guarantors_explain':
    'Vous ne pouvez pas payer le loyer ? Le garant le paie. Vous n’êtes pas obligé d’avoir un garant.',
  'dossier.send_check': 'Regardez bien votre dossier',
  'dossier.message_label': 'Message au propriétaire (vous pouvez laisser vide)',
  'dossier.message_hint': 'Le propriétaire le lit en haut du dossier. 2 000 caractères au plus.',
  'dossier.honour': 'Mes informations et mes documents sont vrais. Je le promets sur l’honneur.',
  'dossier.honour_hint':
    'Un faux document est puni par la loi. La peine : 3 ans de prison et 45 000 € d’amende. C’est l’article 441-1 du code pénal.',
  'dossier.honour_missing': 'Cochez cette case pour envoyer votre dossier.',
  'dossier.sent_delay': 'Le plus souvent, vous avez la réponse en un jour de travail.',
  'dossier.sent_meanwhile': 'Vous pouvez déjà créer un lien. Il dira que le dossier n’est pas encore vérifié.',
  'dossier.email_unconfirmed': 'Confirmez d’abord votre adresse. Ouvrez notre e-mail. Appuyez sur le lien.',
} as const satisfies Easier<typeof fr>;
