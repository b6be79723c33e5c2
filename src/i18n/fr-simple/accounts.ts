import type { Easier } from '../section.ts';
import type { accounts as fr } from '../fr/accounts.ts';

export const accounts = {
  'accounts.password_rules':
    'Il faut 12 caractères ou plus. Mettez un chiffre. Mettez aussi un signe : un tiret, un point, ! ou ? Une phrase marche très bien.',
  'accounts.password.too_short': 'Le mot de passe est trop court. Il faut 12 caractères ou plus.',
  'accounts.password.too_long': 'Le mot de passe est trop long. Il faut 128 caractères ou moins.',
  'accounts.password.no_special': 'Ajoutez un signe : un tiret, un point ou un espace.',
  'accounts.password.like_email': 'Ce mot de passe ressemble trop à votre adresse e-mail.',
  'accounts.sign_up.lead': 'Le compte est gratuit. Vous préparez un seul dossier. Vous le donnez à tous les propriétaires.',
  'accounts.sign_up.by_partner': 'Une autre organisation a créé un compte pour vous ? Utilisez la même adresse e-mail.',
  'accounts.sent.sign_up': 'Nous venons de vous écrire. Ouvrez le message. Appuyez sur le lien pour confirmer votre adresse.',
  'accounts.sent.link': 'Cette adresse a un compte ? Alors vous recevez un lien dans quelques minutes.',
  'accounts.sent.spam':
    'Vous n’avez rien reçu ? Regardez dans les courriers indésirables. Regardez aussi si l’adresse est juste.',
  'accounts.confirm.needed':
    'Votre adresse n’est pas encore confirmée. Ouvrez notre e-mail. Appuyez sur le lien. Ensuite, vous pourrez envoyer des documents.',
  'accounts.dead.text':
    'Un lien marche une seule fois. Après un certain temps, il ne marche plus. Vous pouvez en demander un autre.',
  'accounts.sign_in.remember_hint': 'D’autres personnes utilisent cet ordinateur ? Ne cochez pas cette case.',
  'accounts.sign_in.out': 'Vous avez quitté votre compte.',
  'accounts.forgotten.text':
    'Donnez votre adresse e-mail. Nous vous envoyons un lien. Il sert à choisir un nouveau mot de passe.',
  'accounts.reset.text': 'Votre compte sera fermé sur tous vos appareils. Ensuite, connectez-vous avec ce mot de passe.',
  'accounts.account.menu': 'Parties du compte',
  'accounts.change_email.text': 'Nous écrivons à la nouvelle adresse pour la confirmer. Nous prévenons aussi l’ancienne adresse.',
  'accounts.cancel_change.text':
    'Votre compte garde cette adresse. Il est fermé sur tous vos appareils. Vous choisissez un nouveau mot de passe.',
  'accounts.cancel_change.done': 'Le changement est annulé. Nous vous avons écrit. Choisissez un nouveau mot de passe.',
  'accounts.change_password.done': 'Votre mot de passe est changé. Votre compte est fermé sur vos autres appareils.',
  'accounts.sessions.text':
    'Voici où votre compte est ouvert. Vous ne reconnaissez pas un appareil ? Fermez-le. Ensuite, changez de mot de passe.',
  'accounts.sessions.seen': 'Vu la dernière fois',
  'accounts.consent.honour': 'Je promets que tout est vrai',
  'accounts.consent.others_informed': 'J’ai ajouté les documents d’autres personnes. Elles sont d’accord',
  'accounts.consent.spouse_access': 'Mon conjoint peut voir mes documents',
  'accounts.consent.flatmate_sending': 'Un colocataire peut envoyer le dossier commun',
  'accounts.consent.guarantor_tenant_access': 'Le locataire peut voir les documents du garant',
  'accounts.consent.helper_mandate': 'Une personne peut m’aider',
  'accounts.consent.candidacy': 'Demande pour un logement',
  'accounts.consent.other': 'Envoi à une autre organisation',
} as const satisfies Easier<typeof fr>;
