import type { Section } from '../section.ts';
import type { help as fr } from '../fr/help.ts';

export const help = {
  'help.why_correct.title': 'Por qué hay que corregir un documento',
  'help.why_correct.text':
    'Un agente encontró un problema: una fecha, una página o un nombre. Abra su expediente: le decimos qué hacer.',
  'help.flatshare.title': 'Mi parte está verificada, pero no el expediente',
  'help.flatshare.text': 'En un piso compartido cada uno tiene su parte. El expediente se verifica cuando todas lo están.',
  'help.send.title': 'Enviar mi expediente a un propietario',
  'help.send.text': 'Cree un enlace y entréguelo. Ve quién lo abre. Lo corta cuando quiera.',
  'help.for_other.title': 'Un expediente para mi hijo',
  'help.for_other.text': 'Elija «para otra persona». Con FranceConnect, su nombre no se pone en su expediente.',
  'help.no_listings.title': 'No tenemos viviendas que ofrecer',
  'help.no_listings.text': 'Este servicio prepara un expediente. No ofrece viviendas. Nunca pague antes de visitar.',
  'help.landlord_open.title': 'Propietario: el enlace no se abre',
  'help.landlord_open.text': 'Quizá el inquilino lo cortó o es demasiado antiguo. Pídale otro enlace.',
  'help.landlord_empty.title': 'Propietario: no recibo nada',
  'help.landlord_empty.text': 'Mire en los correos no deseados. Compruebe su dirección con el inquilino.',
  'help.landlord_code.title': 'Propietario: el código no funciona',
  'help.landlord_code.text': 'Un código dura poco. Pida otro y use el último recibido.',
  'help.how_long.title': '¿Cuánto se tarda?',
  'help.how_long.text': 'Un agente suele mirar en un día laborable. Le escribimos cuando termina.',
  'help.what_kept.title': 'Qué se conserva',
  'help.what_kept.text': 'Sus documentos se borran si deja de entrar. Dos correos le avisan antes.',
  'help.no_scanner.title': 'Sin escáner ni internet',
  'help.no_scanner.text':
    'Basta una foto nítida. Una oficina France services le ayuda en persona y gratis. También puede dar copias en papel.',
  'help.blurred.title': 'Foto borrosa',
  'help.blurred.text': 'Ponga el documento plano, cerca de una ventana. Tome toda la página, sin sombra.',
  'help.foreign.title': 'Documentos de otro país',
  'help.foreign.text': 'Se aceptan. El propietario puede pedir una traducción al francés.',
  'help.lead': 'Elija su pregunta.',
  'help.not_found': '¿No lo encuentra? Escríbanos.',
} as const satisfies Section<typeof fr>;
