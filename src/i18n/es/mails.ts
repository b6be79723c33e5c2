import type { Section } from '../section.ts';
import type { mails as fr } from '../fr/mails.ts';

export const mails: Section<typeof fr> = {
  'mails.hello': 'Buenos días:',
  'mails.signature': 'El equipo de {service}',
  'mails.footer': 'Recibe este mensaje porque esta dirección se usa en {service}. No responda a este mensaje.',
  'mails.link_fallback': 'Si el botón no funciona, copie esta dirección en su navegador:',
  'mails.not_you': 'Si no ha sido usted, no haga nada. Nada cambiará.',
  'mails.once_days': 'Este enlace funciona una sola vez, durante {days, plural, one {# día} other {# días}}.',
  'mails.once_hours': 'Este enlace funciona una sola vez, durante {hours, plural, one {# hora} other {# horas}}.',
  'mails.once_minutes': 'Este enlace funciona una sola vez, durante {minutes, plural, one {# minuto} other {# minutos}}.',

  'mails.confirm.subject': 'Confirme su dirección de correo',
  'mails.confirm.text': 'Acaba de crear una cuenta en {service}. Confirme su dirección para poder enviar su expediente.',
  'mails.confirm.action': 'Confirmar mi dirección',

  'mails.confirm_reminder.subject': 'Su dirección todavía no está confirmada',
  'mails.confirm_reminder.text': 'Hace unos días creó una cuenta en {service}. Confirme su dirección para enviar sus documentos.',

  'mails.known_address.subject': 'Ya tiene una cuenta',
  'mails.known_address.text': 'Alguien ha querido usar esta dirección en {service}. Ya tiene una cuenta.',
  'mails.known_address.help': '¿Ha sido usted? Entre con su contraseña. Si la ha olvidado, elija una nueva.',
  'mails.known_address.action': 'Elegir una nueva contraseña',

  'mails.magic_link.subject': 'Su enlace de acceso',
  'mails.magic_link.text': 'Este es el enlace que ha pedido para entrar en {service}.',
  'mails.magic_link.action': 'Entrar',

  'mails.reset.subject': 'Elija una nueva contraseña',
  'mails.reset.text':
    'Este es el enlace para elegir una nueva contraseña. Después se cerrará la sesión en todos sus dispositivos.',
  'mails.reset.action': 'Elegir una contraseña',

  'mails.password_changed.subject': 'Su contraseña ha cambiado',
  'mails.password_changed.text': 'La contraseña de su cuenta cambió el {at}.',
  'mails.password_changed.help': 'Si no ha sido usted, elija enseguida una nueva contraseña.',
  'mails.password_changed.action': 'No he sido yo',

  'mails.email_change_new.subject': 'Confirme su nueva dirección de correo',
  'mails.email_change_new.text': 'Ha pedido usar esta dirección para su cuenta. Confírmela: sustituirá a la antigua.',
  'mails.email_change_new.action': 'Confirmar esta dirección',

  'mails.email_change_old.subject': 'Su dirección de correo va a cambiar',
  'mails.email_change_old.text': 'Se ha pedido otra dirección para su cuenta: {email}.',
  'mails.email_change_old.help': 'Si no ha sido usted, cancele este cambio. Después elegirá una nueva contraseña.',
  'mails.email_change_old.action': 'Cancelar el cambio',

  'mails.new_device.subject': 'Nuevo acceso a su cuenta',
  'mails.new_device.text': 'Alguien entró en su cuenta el {at}, con: {device}.',
  'mails.new_device.help': '¿Ha sido usted? No tiene que hacer nada. Si no, cierre esa sesión y cambie su contraseña.',
  'mails.new_device.action': 'Ver mis sesiones',

  'mails.agent_invited.subject': 'Su acceso a la consola',
  'mails.agent_invited.text': 'Tiene acceso a la consola de {service}. Elija primero una contraseña.',
  'mails.agent_invited.help': 'Después instalará una segunda protección: una llave de acceso o una aplicación de códigos.',
  'mails.agent_invited.action': 'Abrir mi acceso',

  'mails.dossier.action': 'Abrir mi expediente',
  'mails.dossier.submitted.subject': 'Su expediente está enviado',
  'mails.dossier.submitted.text': 'Hemos recibido su expediente. Un agente va a verificar sus documentos.',
  'mails.dossier.submitted.next': 'No tiene que hacer nada. Le escribiremos en cuanto termine la verificación.',
  'mails.dossier.to_correct.subject': 'Hay que corregir su expediente',
  'mails.dossier.to_correct.text': 'Un agente ha mirado sus documentos. Hay que corregir algunos.',
  'mails.dossier.to_correct.next': 'Abra su expediente: le decimos cuáles, por qué y qué hacer.',
  'mails.dossier.verified.subject': 'Su expediente está verificado',
  'mails.dossier.verified.text': 'Buena noticia: todos los documentos de su expediente están verificados.',
  'mails.dossier.verified.next': 'Puede crear un enlace y darlo a los propietarios. Podrá retirarlo en cualquier momento.',
  'mails.dossier.you_verified.subject': 'Sus documentos están verificados',
  'mails.dossier.you_verified.text': 'Buena noticia: todos sus documentos están verificados.',
  'mails.dossier.you_verified.next':
    'El expediente común estará verificado cuando lo estén también los documentos de las otras personas.',
  'mails.dossier.status_lost.subject': 'Su expediente ya no está verificado',
  'mails.dossier.status_lost.text': 'Algo ha cambiado en su expediente. Por eso ya no está verificado por completo.',
  'mails.dossier.status_lost.next': 'Abra su expediente para ver lo que ha cambiado y enviarlo de nuevo.',
  'mails.dossier.unfinished.subject': 'Su expediente le espera',
  'mails.dossier.unfinished.text': 'Ha empezado un expediente de alquiler. Todavía no está enviado.',
  'mails.dossier.unfinished.next': 'Puede seguir cuando quiera: lo que ha hecho se guarda.',
  'mails.dossier.to_correct_reminder.subject': 'Todavía hay documentos que corregir',
  'mails.dossier.to_correct_reminder.text': 'Algunos documentos de su expediente todavía hay que corregirlos.',
  'mails.dossier.to_correct_reminder.next': 'Abra su expediente: le decimos cuáles, por qué y qué hacer.',
};
