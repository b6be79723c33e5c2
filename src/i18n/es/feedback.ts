import type { feedback as french } from '../fr/feedback.ts';
import type { Section } from '../section.ts';

export const feedback: Section<typeof french> = {
  'feedback.mail': 'Su opinión cuenta: {url}',
  'feedback.no_reply': 'Su opinión ayuda a mejorar el servicio. No recibe respuesta.',
};
