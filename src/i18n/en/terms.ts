import type { Section } from '../section.ts';
import type { terms as fr } from '../fr/terms.ts';

export const terms = {
  'terms.since': 'In force since {from}',
  'terms.from_until': 'In force from {from} to {until}',
  'terms.former': 'This version no longer counts. It stays here as a record.',
  'terms.coming': 'This version does not count yet.',
  'terms.others': 'The other versions',
  'terms.asked_title': 'Our terms have changed',
  'terms.asked_lead': 'Read the new text. To go on, give your agreement.',
  'terms.accept': 'I accept these terms',
  'terms.refuse_title': 'You do not agree?',
  'terms.refuse': 'You can take your data and delete your account without accepting.',
  'terms.accepted': 'Your agreement is noted.',
  'terms.mail_subject': 'Our terms change on {date}',
  'terms.mail_text': 'New terms of use count from {date}.',
  'terms.mail_next': 'When you next sign in after that date, we will ask for your agreement.',
  'terms.mail_action': 'Read the new text',
  'terms.mail_free': 'You do not agree? You can take your data and delete your account.',
} as const satisfies Section<typeof fr>;
