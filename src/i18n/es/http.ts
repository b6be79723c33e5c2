import type { Section } from '../section.ts';
import type { http as fr } from '../fr/http.ts';

export const http: Section<typeof fr> = {
  'http.field_wrong': 'Compruebe este campo.',
  'http.home': 'Volver al inicio',
  'http.reference': 'Referencia que debe indicar si nos escribe:',
  'http.error_400.title': 'No hemos entendido esta petición',
  'http.error_400.text': 'Vuelva a la página anterior y empiece de nuevo.',
  'http.error_403.title': 'Esta página ha caducado',
  'http.error_403.text': 'Por su seguridad, el formulario ya no es válido. Vuelva atrás, recargue la página y empiece de nuevo.',
  'http.error_404.title': 'Esta página no existe',
  'http.error_404.text': 'Compruebe la dirección. Si ha seguido un enlace, quizá esté incompleto.',
  'http.error_405.title': 'Esta acción no es posible aquí',
  'http.error_405.text': 'Vuelva a la página anterior y empiece de nuevo.',
  'http.error_410.title': 'Este contenido ya no está disponible',
  'http.error_410.text': 'Pida un nuevo enlace a la persona que se lo envió.',
  'http.error_413.title': 'Su envío pesa demasiado',
  'http.error_413.text': 'Un envío puede pesar 80 MB como máximo. Envíe sus archivos en varias veces.',
  'http.error_429.title': 'Demasiados intentos en poco tiempo',
  'http.error_429.text': 'Espere unos minutos y vuelva a intentarlo.',
  'http.error_500.title': 'El servicio ha tenido un problema',
  'http.error_500.text': 'No es culpa suya. Vuelva a intentarlo dentro de unos minutos. Lo que había guardado se conserva.',
  'http.error_503.title': 'El servicio se está reiniciando',
  'http.error_503.text': 'Vuelva a intentarlo dentro de unos minutos. Lo que había guardado se conserva.',
};
