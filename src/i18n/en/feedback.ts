import type { feedback as french } from '../fr/feedback.ts';
import type { Section } from '../section.ts';

export const feedback: Section<typeof french> = {
  'feedback.mail': 'Your opinion counts: {url}',
  'feedback.no_reply': 'Your opinion helps to improve the service. It gets no reply.',
};
