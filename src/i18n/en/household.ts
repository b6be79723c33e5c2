import type { Section } from '../section.ts';
import type { household as fr } from '../fr/household.ts';

export const household: Section<typeof fr> = {
  'household.somebody': 'Somebody',
  'household.open': 'Open my dossier',
  'household.invited.subject': '{name} invites you to their rental file',
  'household.invited.spouse': '{name} is preparing a rental file for both of you. You can fill in your own part.',
  'household.invited.flatmate':
    '{name} is preparing a file for a flat-share. You fill in your own part, and the others do not see your documents.',
  'household.invited.guarantor':
    '{name} asks you to be their guarantor. A guarantor pays the rent if the tenant cannot. You may refuse.',
  'household.invited.helper': '{name} asks you to help with their rental file.',
  'household.invited.beneficiary': '{name} is filling in a rental file for you. You may agree, object or take it over.',
  'household.invited.free': 'You are free to accept or not. The service is free.',
  'household.invited.action': 'See the invitation',
  'household.invited.until': 'This link works once, until {date}.',
  'household.detached.subject': 'You now have your own dossier',
  'household.detached.text': 'You are no longer in the common dossier.',
  'household.detached.kept': 'Nothing is lost: your documents, checks and guarantors are in your own dossier.',
  'household.changed.subject': 'Your dossier has changed',
  'household.changed.text': 'A person is no longer in your rental file. Your documents have not changed.',
};
