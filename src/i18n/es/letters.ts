import type { Section } from '../section.ts';
import type { letters as fr } from '../fr/letters.ts';

export const letters: Section<typeof fr> = {
  'letters.link_code_subject': 'Su código: {code}',
  'letters.link_code_text':
    'Este es el código para abrir el expediente de alquiler. Es válido durante 10 minutos y sirve una vez.',
  'letters.link_code_ignore': 'Si usted no ha pedido nada, no haga nada.',
  'letters.link_sent_subject': '{name} le envía su expediente de alquiler',
  'letters.link_sent_text': '{name} le envía un expediente de alquiler, verificado por un servicio público.',
  'letters.link_sent_action': 'Abrir el expediente',
  'letters.link_opened_subject': 'Su expediente ha sido abierto',
  'letters.link_opened_text': 'Una persona acaba de abrir por primera vez el enlace «{title}».',
  'letters.link_opened_action': 'Ver quién ha abierto mi expediente',
};
