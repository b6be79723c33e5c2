export const mails = {
  'mails.hello': 'Bonjour,',
  'mails.signature': 'L’équipe de {service}',
  'mails.footer': 'Vous recevez ce message car cette adresse est utilisée sur {service}. Ne répondez pas à ce message.',
  'mails.link_fallback': 'Si le bouton ne marche pas, copiez cette adresse dans votre navigateur :',
  'mails.not_you': 'Si ce n’est pas vous, ne faites rien. Rien ne changera.',
  'mails.once_days': 'Ce lien marche une seule fois, pendant {days, plural, one {# jour} other {# jours}}.',
  'mails.once_hours': 'Ce lien marche une seule fois, pendant {hours, plural, one {# heure} other {# heures}}.',
  'mails.once_minutes': 'Ce lien marche une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}.',

  'mails.confirm.subject': 'Confirmez votre adresse e-mail',
  'mails.confirm.text':
    'Vous venez de créer un compte sur {service}. Confirmez votre adresse pour pouvoir envoyer votre dossier.',
  'mails.confirm.action': 'Confirmer mon adresse',

  'mails.confirm_reminder.subject': 'Votre adresse n’est pas encore confirmée',
  'mails.confirm_reminder.text':
    'Il y a quelques jours, vous avez créé un compte sur {service}. Confirmez votre adresse pour envoyer vos documents.',

  'mails.known_address.subject': 'Vous avez déjà un compte',
  'mails.known_address.text': 'Quelqu’un a voulu utiliser cette adresse sur {service}. Elle a déjà un compte.',
  'mails.known_address.help':
    'C’était vous ? Connectez-vous avec votre mot de passe. Si vous l’avez oublié, choisissez-en un nouveau.',
  'mails.known_address.action': 'Choisir un nouveau mot de passe',

  'mails.magic_link.subject': 'Votre lien de connexion',
  'mails.magic_link.text': 'Voici le lien que vous avez demandé pour vous connecter à {service}.',
  'mails.magic_link.action': 'Me connecter',

  'mails.reset.subject': 'Choisissez un nouveau mot de passe',
  'mails.reset.text': 'Voici le lien pour choisir un nouveau mot de passe. Vous serez ensuite déconnecté de tous vos appareils.',
  'mails.reset.action': 'Choisir un mot de passe',

  'mails.password_changed.subject': 'Votre mot de passe a changé',
  'mails.password_changed.text': 'Le mot de passe de votre compte a changé le {at}.',
  'mails.password_changed.help': 'Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe.',
  'mails.password_changed.action': 'Ce n’est pas moi',

  'mails.email_change_new.subject': 'Confirmez votre nouvelle adresse e-mail',
  'mails.email_change_new.text':
    'Vous avez demandé à utiliser cette adresse pour votre compte. Confirmez-la : elle remplacera l’ancienne.',
  'mails.email_change_new.action': 'Confirmer cette adresse',

  'mails.email_change_old.subject': 'Votre adresse e-mail va changer',
  'mails.email_change_old.text': 'Une autre adresse a été demandée pour votre compte : {email}.',
  'mails.email_change_old.help': 'Si ce n’est pas vous, annulez ce changement. Vous choisirez ensuite un nouveau mot de passe.',
  'mails.email_change_old.action': 'Annuler le changement',

  'mails.new_device.subject': 'Nouvelle connexion à votre compte',
  'mails.new_device.text': 'Quelqu’un s’est connecté à votre compte le {at}, avec : {device}.',
  'mails.new_device.help':
    'C’était vous ? Vous n’avez rien à faire. Sinon, fermez cette connexion et changez votre mot de passe.',
  'mails.new_device.action': 'Voir mes connexions',

  'mails.agent_invited.subject': 'Votre accès à la console',
  'mails.agent_invited.text': 'Un accès à la console de {service} vous est ouvert. Choisissez d’abord un mot de passe.',
  'mails.agent_invited.help': 'Vous installerez ensuite une deuxième protection : une clé d’accès ou une application de codes.',
  'mails.agent_invited.action': 'Ouvrir mon accès',

  'mails.dossier.action': 'Ouvrir mon dossier',
  'mails.dossier.submitted.subject': 'Votre dossier est envoyé',
  'mails.dossier.submitted.text': 'Nous avons bien reçu votre dossier. Un agent va vérifier vos documents.',
  'mails.dossier.submitted.next': 'Vous n’avez rien à faire. Nous vous écrirons dès que la vérification sera finie.',
  'mails.dossier.to_correct.subject': 'Votre dossier est à corriger',
  'mails.dossier.to_correct.text': 'Un agent a regardé vos documents. Certains sont à corriger.',
  'mails.dossier.to_correct.next': 'Ouvrez votre dossier : nous vous disons lesquels, pourquoi, et quoi faire.',
  'mails.dossier.verified.subject': 'Votre dossier est vérifié',
  'mails.dossier.verified.text': 'Bonne nouvelle : tous les documents de votre dossier sont vérifiés.',
  'mails.dossier.verified.next':
    'Vous pouvez créer un lien et le donner aux propriétaires. Vous pourrez le retirer à tout moment.',
  'mails.dossier.you_verified.subject': 'Vos documents sont vérifiés',
  'mails.dossier.you_verified.text': 'Bonne nouvelle : tous vos documents sont vérifiés.',
  'mails.dossier.you_verified.next': 'Le dossier commun sera vérifié quand les documents des autres personnes le seront aussi.',
  'mails.dossier.status_lost.subject': 'Votre dossier n’est plus vérifié',
  'mails.dossier.status_lost.text': 'Quelque chose a changé dans votre dossier. Il n’est donc plus vérifié en entier.',
  'mails.dossier.status_lost.next': 'Ouvrez votre dossier pour voir ce qui a changé et l’envoyer de nouveau.',
  'mails.dossier.unfinished.subject': 'Votre dossier vous attend',
  'mails.dossier.unfinished.text': 'Vous avez commencé un dossier de location. Il n’est pas encore envoyé.',
  'mails.dossier.unfinished.next': 'Vous pouvez le reprendre quand vous voulez : ce que vous avez fait est gardé.',
  'mails.dossier.to_correct_reminder.subject': 'Des documents restent à corriger',
  'mails.dossier.to_correct_reminder.text': 'Certains documents de votre dossier sont toujours à corriger.',
  'mails.dossier.to_correct_reminder.next': 'Ouvrez votre dossier : nous vous disons lesquels, pourquoi, et quoi faire.',
} as const;
