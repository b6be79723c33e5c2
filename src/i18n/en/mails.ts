import type { Section } from '../section.ts';
import type { mails as fr } from '../fr/mails.ts';

export const mails: Section<typeof fr> = {
  'mails.hello': 'Hello,',
  'mails.signature': 'The {service} team',
  'mails.footer': 'You receive this message because this address is used on {service}. Please do not reply to it.',
  'mails.link_fallback': 'If the button does not work, copy this address into your browser:',
  'mails.not_you': 'If this was not you, do nothing. Nothing will change.',
  'mails.once_days': 'This link works once, for {days, plural, one {# day} other {# days}}.',
  'mails.once_hours': 'This link works once, for {hours, plural, one {# hour} other {# hours}}.',
  'mails.once_minutes': 'This link works once, for {minutes, plural, one {# minute} other {# minutes}}.',

  'mails.confirm.subject': 'Confirm your e-mail address',
  'mails.confirm.text': 'You have just created an account on {service}. Confirm your address to be able to send your file.',
  'mails.confirm.action': 'Confirm my address',

  'mails.confirm_reminder.subject': 'Your address is not confirmed yet',
  'mails.confirm_reminder.text':
    'A few days ago you created an account on {service}. Confirm your address to send your documents.',

  'mails.known_address.subject': 'You already have an account',
  'mails.known_address.text': 'Somebody tried to use this address on {service}. It already has an account.',
  'mails.known_address.help': 'Was it you? Sign in with your password. If you have forgotten it, choose a new one.',
  'mails.known_address.action': 'Choose a new password',

  'mails.magic_link.subject': 'Your sign-in link',
  'mails.magic_link.text': 'Here is the link you asked for to sign in to {service}.',
  'mails.magic_link.action': 'Sign in',

  'mails.reset.subject': 'Choose a new password',
  'mails.reset.text': 'Here is the link to choose a new password. You will then be signed out of all your devices.',
  'mails.reset.action': 'Choose a password',

  'mails.password_changed.subject': 'Your password has changed',
  'mails.password_changed.text': 'The password of your account changed on {at}.',
  'mails.password_changed.help': 'If this was not you, choose a new password right away.',
  'mails.password_changed.action': 'This was not me',

  'mails.email_change_new.subject': 'Confirm your new e-mail address',
  'mails.email_change_new.text': 'You asked to use this address for your account. Confirm it: it will replace the old one.',
  'mails.email_change_new.action': 'Confirm this address',

  'mails.email_change_old.subject': 'Your e-mail address is about to change',
  'mails.email_change_old.text': 'Another address was requested for your account: {email}.',
  'mails.email_change_old.help': 'If this was not you, cancel the change. You will then choose a new password.',
  'mails.email_change_old.action': 'Cancel the change',

  'mails.new_device.subject': 'New sign-in to your account',
  'mails.new_device.text': 'Somebody signed in to your account on {at}, with: {device}.',
  'mails.new_device.help': 'Was it you? There is nothing to do. If not, end that session and change your password.',
  'mails.new_device.action': 'See my sessions',

  'mails.agent_invited.subject': 'Your access to the console',
  'mails.agent_invited.text': 'Access to the console of {service} is open to you. First choose a password.',
  'mails.agent_invited.help': 'You will then set up a second protection: a passkey or a code application.',
  'mails.agent_invited.action': 'Open my access',

  'mails.dossier.action': 'Open my file',
  'mails.dossier.submitted.subject': 'Your file has been sent',
  'mails.dossier.submitted.text': 'We have received your file. An agent will check your documents.',
  'mails.dossier.submitted.next': 'There is nothing to do. We will write to you as soon as the check is finished.',
  'mails.dossier.to_correct.subject': 'Your file needs corrections',
  'mails.dossier.to_correct.text': 'An agent has looked at your documents. Some need to be corrected.',
  'mails.dossier.to_correct.next': 'Open your file: we tell you which ones, why, and what to do.',
  'mails.dossier.verified.subject': 'Your file is verified',
  'mails.dossier.verified.text': 'Good news: all the documents of your file are verified.',
  'mails.dossier.verified.next': 'You can create a link and give it to landlords. You can withdraw it at any time.',
  'mails.dossier.you_verified.subject': 'Your documents are verified',
  'mails.dossier.you_verified.text': 'Good news: all your documents are verified.',
  'mails.dossier.you_verified.next': 'The common file will be verified when the documents of the other people are too.',
  'mails.dossier.status_lost.subject': 'Your file is no longer verified',
  'mails.dossier.status_lost.text': 'Something has changed in your file. So it is no longer verified as a whole.',
  'mails.dossier.status_lost.next': 'Open your file to see what has changed and send it again.',
  'mails.dossier.unfinished.subject': 'Your file is waiting for you',
  'mails.dossier.unfinished.text': 'You have started a rental file. It has not been sent yet.',
  'mails.dossier.unfinished.next': 'You can take it up again whenever you like: what you have done is kept.',
  'mails.dossier.to_correct_reminder.subject': 'Some documents are still to be corrected',
  'mails.dossier.to_correct_reminder.text': 'Some documents in your file are still to be corrected.',
  'mails.dossier.to_correct_reminder.next': 'Open your file: we tell you which, why, and what to do.',
};
