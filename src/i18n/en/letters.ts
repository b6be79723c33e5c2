import type { Section } from '../section.ts';
import type { letters as fr } from '../fr/letters.ts';

export const letters: Section<typeof fr> = {
  'letters.link_code_subject': 'Your code: {code}',
  'letters.link_code_text': 'Here is the code to open the rental file. It is valid for 10 minutes and works once.',
  'letters.link_code_ignore': 'If you asked for nothing, do nothing.',
  'letters.link_sent_subject': '{name} sends you a rental file',
  'letters.link_sent_text': '{name} sends you a rental file, checked by a public service.',
  'letters.link_sent_action': 'Open the file',
  'letters.link_opened_subject': 'Your file was opened',
  'letters.link_opened_text': 'The link “{title}” has just been opened for the first time by someone.',
  'letters.link_opened_action': 'See who opened my file',
};
