import type { Section } from '../section.ts';
import type { declaration as fr } from '../fr/declaration.ts';

export const declaration = {
  'declaration.until': 'This audit counts until {date}.',
  'declaration.failing': 'Criteria that are not met',
  'declaration.derogations': 'Criteria set aside, and why',
  'declaration.mean': 'On average, a page meets {rate} of the criteria.',
  'declaration.nothing': 'None.',
  'declaration.pages': 'Pages looked at',
  'declaration.how': 'How the site is made',
  'declaration.technologies': 'Techniques: HTML, CSS, SVG and tagged PDF. JavaScript helps, but is never needed.',
  'declaration.plan': 'Plan: all criteria are aimed at. A tool checks each page at each change.',
  'declaration.help': 'Tell us of a problem',
  'declaration.defender': 'Write to the Défenseur des droits',
  'declaration.defender_title': 'Write to the Défenseur des droits - new window',
} as const satisfies Section<typeof fr>;
