import type { Section } from '../section.ts';
import type { bound as fr } from '../fr/bound.ts';

export const bound: Section<typeof fr> = {
  'bound.title': 'Expediente de {name}',
  'bound.verified': 'Expediente verificado',
  'bound.not_verified': 'Expediente no verificado',
  'bound.checked':
    '{checked, plural, =0 {Ningún documento verificado} one {1 documento verificado} other {# documentos verificados}} de {total}',
  'bound.withheld': 'En corrección',
  'bound.recipient': 'Para',
  'bound.issued': 'Emitido el',
  'bound.valid_until': 'Enlace válido hasta el',
  'bound.kind': 'Tipo',
  'bound.kind_alone': 'Una persona sola',
  'bound.kind_couple': 'Una pareja',
  'bound.kind_flatshare': 'Un piso compartido',
  'bound.income': 'Ingresos netos al mes',
  'bound.guarantors': 'Ingresos de los garantes',
  'bound.none': 'Ninguno',
  'bound.guarantor': 'Garante',
  'bound.band': 'Este documento no ha sido verificado.',
  'bound.page_alt': '{category} de {name}, página {page} de {total}, {level}',
  'bound.qr_alt': 'Código para escanear y comprobar esta copia',
  'bound.check_title': 'Compruebe esta copia',
  'bound.check_text': 'Escanee este código, o escríbalo en la página «Comprobar un expediente».',
  'bound.disclaimer':
    'El servicio verifica los documentos. No garantiza el pago del alquiler y no elige al inquilino. No pida ningún pago antes de la firma.',
  'bound.index': 'Índice',
  'bound.page': 'p.',
  'bound.message': 'Mensaje',
};
