import type { Section } from '../section.ts';
import type { terms as fr } from '../fr/terms.ts';

export const terms = {
  'terms.since': 'En vigor desde el {from}',
  'terms.from_until': 'En vigor del {from} al {until}',
  'terms.former': 'Esta versión ya no cuenta. Se conserva aquí como referencia.',
  'terms.coming': 'Esta versión aún no cuenta.',
  'terms.others': 'Las otras versiones',
  'terms.asked_title': 'Nuestras condiciones han cambiado',
  'terms.asked_lead': 'Lea el nuevo texto. Para continuar, dé su acuerdo.',
  'terms.accept': 'Acepto estas condiciones',
  'terms.refuse_title': '¿No está de acuerdo?',
  'terms.refuse': 'Puede llevarse sus datos y eliminar su cuenta sin aceptar.',
  'terms.accepted': 'Su acuerdo queda anotado.',
  'terms.mail_subject': 'Nuestras condiciones cambian el {date}',
  'terms.mail_text': 'Las nuevas condiciones de uso cuentan a partir del {date}.',
  'terms.mail_next': 'En su próxima conexión después de esa fecha, le pediremos su acuerdo.',
  'terms.mail_action': 'Leer el nuevo texto',
  'terms.mail_free': '¿No está de acuerdo? Puede llevarse sus datos y eliminar su cuenta.',
} as const satisfies Section<typeof fr>;
