import type { Section } from '../section.ts';
import type { letters as fr } from '../fr/letters.ts';

export const letters: Section<typeof fr> = {
  'letters.link_code_subject': 'O seu código: {code}',
  'letters.link_code_text': 'Eis o código para abrir o dossiê de arrendamento. É válido durante 10 minutos e serve uma só vez.',
  'letters.link_code_ignore': 'Se não pediu nada, não faça nada.',
  'letters.link_sent_subject': '{name} envia-lhe o seu dossiê de arrendamento',
  'letters.link_sent_text': '{name} envia-lhe um dossiê de arrendamento, verificado por um serviço público.',
  'letters.link_sent_action': 'Abrir o dossiê',
  'letters.link_opened_subject': 'O seu dossiê foi aberto',
  'letters.link_opened_text': 'O link «{title}» acaba de ser aberto pela primeira vez por uma pessoa.',
  'letters.link_opened_action': 'Ver quem abriu o meu dossiê',
};
