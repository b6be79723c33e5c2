import type { feedback as french } from '../fr/feedback.ts';
import type { Section } from '../section.ts';

export const feedback: Section<typeof french> = {
  'feedback.mail': 'رأيك مهم: {url}',
  'feedback.no_reply': 'يساعد رأيك في تحسين الخدمة، ولا يتلقى ردًا.',
};
