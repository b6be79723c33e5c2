import type { feedback as french } from '../fr/feedback.ts';
import type { Section } from '../section.ts';

export const feedback: Section<typeof french> = {
  'feedback.mail': 'A sua opinião conta: {url}',
  'feedback.no_reply': 'A sua opinião ajuda a melhorar o serviço. Não recebe resposta.',
};
