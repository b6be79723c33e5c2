import type { Section } from '../section.ts';
import type { home as fr } from '../fr/home.ts';

export const home: Section<typeof fr> = {
  'home.home_title': 'One file to rent a home',
  'home.home_lead': 'Gather your documents once. We check them. You show them to whom you want, and you stay in control.',
  'home.home_start': 'Make my file',
  'home.home_sign_in': 'I already have an account',
  'home.step_1': 'You add your documents',
  'home.step_1_text': 'From a phone or a computer. We say at once what is missing.',
  'home.step_2': 'A person checks them',
  'home.step_2_text': 'If a document needs fixing, we explain what to do. The rest is kept.',
  'home.step_3': 'You send a link',
  'home.step_3_text': 'Each page bears the name of who receives it. You cut the link when you want.',
  'home.doors': 'Are you a landlord?',
  'home.doors_text': 'Check that a copy is genuine, and what the law lets you ask for.',
  'home.safe': 'Your documents are encrypted, never sold, and erased when you no longer come.',
  'home.rights_title': 'What a landlord may ask for',
  'home.rights_lead': 'The law sets a list of documents. A landlord may ask for nothing else.',
  'home.rights_source': 'Law 89-462, article 22-2. Decree 2015-1437.',
  'home.rights_yes': 'Documents allowed for a tenant',
  'home.rights_no': 'Forbidden documents',
  'home.rights_fine': 'The fine can reach €3,000 for a person and €15,000 for a company.',
  'home.rights_pay': 'Pay nothing before signing the lease.',
  'home.accessibility_title': 'Accessibility',
  'home.accessibility_state': 'No audit is in force: the service therefore declares itself not compliant.',
  'home.accessibility_built':
    'All pages work without script, by keyboard, and right to left. Automatic checks run on every screen.',
  'home.accessibility_defender': 'Without a satisfactory answer, you can turn to the Défenseur des droits, on 09 69 39 00 00.',
};
