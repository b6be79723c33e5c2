import type { Section } from '../section.ts';
import type { terms as fr } from '../fr/terms.ts';

export const terms = {
  'terms.since': 'Em vigor desde {from}',
  'terms.from_until': 'Em vigor de {from} a {until}',
  'terms.former': 'Esta versão já não conta. Fica aqui como registo.',
  'terms.coming': 'Esta versão ainda não conta.',
  'terms.others': 'As outras versões',
  'terms.asked_title': 'As nossas condições mudaram',
  'terms.asked_lead': 'Leia o novo texto. Para continuar, dê o seu acordo.',
  'terms.accept': 'Aceito estas condições',
  'terms.refuse_title': 'Não concorda?',
  'terms.refuse': 'Pode levar os seus dados e apagar a sua conta sem aceitar.',
  'terms.accepted': 'O seu acordo está registado.',
  'terms.mail_subject': 'As nossas condições mudam em {date}',
  'terms.mail_text': 'As novas condições de utilização contam a partir de {date}.',
  'terms.mail_next': 'Na sua próxima entrada depois dessa data, pediremos o seu acordo.',
  'terms.mail_action': 'Ler o novo texto',
  'terms.mail_free': 'Não concorda? Pode levar os seus dados e apagar a sua conta.',
} as const satisfies Section<typeof fr>;
