import type { Section } from '../section.ts';
import type { fraud as fr } from '../fr/fraud.ts';

export const fraud: Section<typeof fr> = {
  'mails.fraud.subject': 'El mismo papel en dos expedientes',
  'mails.fraud.text': 'El mismo papel está en los expedientes de dos personas.',
  'mails.fraud.help': 'Puede ser una casualidad o tener una razón sencilla. La consola muestra dónde está.',
  'mails.fraud.action': 'Abrir la consola',
  'fraud.title': 'El mismo papel en dos expedientes',
  'fraud.link':
    '{count, plural, =0 {El mismo papel en dos expedientes} one {El mismo papel en dos expedientes: 1 alerta por mirar} other {El mismo papel en dos expedientes: # alertas por mirar}}',
  'fraud.open': '{count, plural, =0 {Ninguna alerta por mirar} one {1 alerta por mirar} other {# alertas por mirar}}',
  'fraud.intro':
    'Solo los referentes ven estas páginas. Cada mirada queda en el registro. Una alerta no cambia nada para las personas.',
  'fraud.none': 'Ningún papel está en los expedientes de dos personas.',
  'fraud.list': 'Alertas, primero las que hay que mirar',
  'fraud.made_at': 'Fecha',
  'fraud.category': 'Documento',
  'fraud.papers': 'Papeles',
  'fraud.state': 'Estado',
  'fraud.where': 'Detalle',
  'fraud.see_where': 'Ver dónde',
  'fraud.state_open': 'por mirar',
  'fraud.state_one_household': 'papel común de una familia o de un hogar',
  'fraud.state_nothing_to_follow': 'mirado, nada que seguir',
  'fraud.state_to_follow': 'por seguir',
  'fraud.alert_title': 'Dónde está este papel',
  'fraud.alert_intro':
    'Alerta del {date}. Esta mirada queda en el registro. Las personas no reciben aviso y nada cambia para ellas.',
  'fraud.dossier': 'Expediente {n}',
  'fraud.sent_at': 'enviado el {date}',
  'fraud.equal': 'Idéntico: {what}',
  'fraud.equal_bytes': 'el archivo',
  'fraud.equal_text': 'el texto',
  'fraud.equal_figures': 'las cifras',
  'fraud.equal_layout': 'la disposición',
  'fraud.outcome': '¿Qué ha comprobado?',
  'fraud.outcome_hint': 'No se envía nada a las personas.',
  'fraud.note': 'Cerrar la alerta',
  'fraud.noted': 'La alerta está cerrada.',
  'fraud.choose': 'Elija lo que ha comprobado.',
};
