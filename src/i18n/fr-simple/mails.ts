import type { Easier } from '../section.ts';
import type { mails as fr } from '../fr/mails.ts';

export const mails = {
  'mails.footer': 'Vous recevez ce message car cette adresse est sur {service}. Ne répondez pas à ce message.',
  'mails.link_fallback': 'Le bouton ne marche pas ? Copiez cette adresse en haut d’internet :',
  'mails.not_you': 'Ce n’est pas vous ? Ne faites rien. Rien ne changera.',
  'mails.confirm.text':
    'Vous avez créé un compte sur {service}. Confirmez votre adresse. Ensuite, vous pourrez envoyer votre dossier.',
  'mails.confirm_reminder.text':
    'Vous avez créé un compte sur {service}. Confirmez votre adresse. Ensuite, vous pourrez envoyer vos documents.',
  'mails.known_address.text': 'Quelqu’un a écrit cette adresse sur {service}. Elle a déjà un compte.',
  'mails.known_address.help':
    'C’était vous ? Connectez-vous avec votre mot de passe. Vous l’avez oublié ? Choisissez un nouveau mot de passe.',
  'mails.magic_link.text': 'Vous avez demandé un lien. Il sert à vous connecter à {service}.',
  'mails.reset.text':
    'Voici le lien pour choisir un nouveau mot de passe. Ensuite, votre compte sera fermé sur tous vos appareils.',
  'mails.password_changed.help': 'Ce n’est pas vous ? Choisissez tout de suite un nouveau mot de passe.',
  'mails.email_change_new.text':
    'Vous voulez utiliser cette adresse pour votre compte. Confirmez-la. Elle prendra la place de l’ancienne.',
  'mails.email_change_old.text': 'Une autre adresse a été demandée pour votre compte : {email}.',
  'mails.email_change_old.help': 'Ce n’est pas vous ? Annulez ce changement. Ensuite, choisissez un nouveau mot de passe.',
  'mails.new_device.text': 'Quelqu’un a ouvert votre compte le {at}. Son appareil : {device}.',
  'mails.new_device.help':
    'C’était vous ? Vous n’avez rien à faire. Ce n’était pas vous ? Fermez cet appareil. Changez votre mot de passe.',
  'mails.agent_invited.text': 'Vous pouvez entrer dans la console de {service}. Choisissez d’abord un mot de passe.',
  'mails.agent_invited.help': 'Ensuite, vous ajouterez une deuxième protection : une clé ou une application.',
  'mails.dossier.submitted.next': 'Vous n’avez rien à faire. Nous vous écrirons quand c’est fini.',
  'mails.dossier.to_correct.text': 'Un agent a regardé vos documents. Il y a des documents à corriger.',
  'mails.dossier.to_correct.next': 'Ouvrez votre dossier. Nous vous disons quoi corriger et comment faire.',
  'mails.dossier.verified.next': 'Vous pouvez créer un lien pour les propriétaires. Vous pourrez le couper à tout moment.',
  'mails.dossier.you_verified.next':
    'Il faut aussi vérifier les documents des autres personnes. Ensuite, le dossier commun sera vérifié.',
  'mails.dossier.status_lost.text': 'Votre dossier a changé. Tout n’est plus vérifié.',
  'mails.dossier.status_lost.next': 'Ouvrez votre dossier. Regardez ce qui a changé. Ensuite, envoyez-le de nouveau.',
  'mails.dossier.unfinished.text': 'Vous avez commencé un dossier. Il n’est pas encore envoyé.',
  'mails.dossier.unfinished.next': 'Vous pouvez continuer quand vous voulez. Rien n’est perdu.',
  'mails.dossier.to_correct_reminder.next': 'Ouvrez votre dossier. Nous vous disons quoi corriger et comment faire.',
} as const satisfies Easier<typeof fr>;
