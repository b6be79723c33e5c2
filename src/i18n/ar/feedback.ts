import type { feedback as french } from '../fr/feedback.ts';
import type { Section } from '../section.ts';

export const feedback: Section<typeof french> = {
  'feedback.mail': 'رأيكم مهم: {url}',
  'feedback.no_reply': 'يساعد رأيكم في تحسين الخدمة. لا يتلقى جوابا.',
};
