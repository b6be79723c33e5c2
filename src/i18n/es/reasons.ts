import { reason } from '../reason-entry.ts';
import type { Section } from '../section.ts';
import type { reasons as fr } from '../fr/reasons.ts';

export const reasons: Section<typeof fr> = {
  ...reason('expected_paper', {
    title: 'Falta el documento esperado',
    wrong: 'No hemos encontrado el documento esperado.',
    todo: 'Envíe: {papers}.',
  }),
  ...reason('kind_not_accepted', {
    title: 'Documento no adecuado',
    wrong: 'Este documento no prueba la situación elegida.',
    todo: 'Sustitúyalo por: {papers}.',
  }),
  ...reason('unreadable', {
    title: 'Ilegible',
    wrong: 'El documento está borroso, cortado o demasiado oscuro: no podemos leerlo.',
    todo: 'Envíe una copia nítida y entera. Lo mejor es el PDF original.',
  }),
  ...reason('name_mismatch', {
    title: 'Nombre distinto o ausente',
    wrong: {
      you: 'Su nombre no está en este documento, o es otro nombre.',
      them: 'El nombre de {name} no está en este documento, o es otro nombre.',
    },
    todo: {
      you: 'Envíe un documento a su nombre. También puede corregir su nombre o añadir el apellido que usa.',
      them: 'Envíe un documento a nombre de {name}. También puede corregir este nombre o añadir el apellido que usa.',
    },
  }),
  ...reason('all_in_one_slot', {
    title: 'Todos los documentos en el mismo lugar',
    wrong: 'Aquí hay varios documentos distintos.',
    todo: 'Deje aquí solo: {papers}. Ponga los demás en su apartado.',
  }),
  ...reason('other_person_papers', {
    title: 'Documentos de otra persona',
    wrong: { you: 'Estos documentos no son los suyos.', them: 'Estos documentos no son los de {name}.' },
    todo: {
      you: 'Póngalos en la persona correcta y añada los suyos.',
      them: 'Póngalos en la persona correcta y añada los de {name}.',
    },
  }),
  ...reason('pages_missing', {
    title: 'Faltan páginas o caras',
    wrong: 'Tenemos {count, plural, one {# página o cara} other {# páginas o caras}} de {total}.',
    todo: 'Envíe el documento completo, con todas sus páginas.',
  }),
  ...reason('translation_missing', {
    title: 'Falta la traducción',
    wrong: 'Este documento no está en francés ni traducido.',
    todo: 'Añada una traducción de lo esencial: nombres, fechas, importes.',
  }),
  ...reason('extra_paper', {
    title: 'Documento innecesario',
    wrong: 'Un documento no hace falta aquí.',
    todo: 'Puede quitarlo.',
  }),
  ...reason('forbidden_paper', {
    title: 'Documento que nadie puede pedir',
    wrong: 'Nadie tiene derecho a pedir este documento: {what}.',
    todo: 'Le aconsejamos quitarlo.',
  }),
  ...reason('other', {
    title: 'Otro motivo (texto del agente)',
    wrong: 'Un agente le explica lo que no está bien.',
    todo: 'Lea su mensaje y corrija su documento.',
  }),
  ...reason('change_situation', {
    title: 'Cambiar de situación',
    wrong: {
      you: 'Sus documentos muestran una situación distinta de la elegida.',
      them: 'Los documentos de {name} muestran una situación distinta de la elegida.',
    },
    todo: 'Elija «{situation}». Los archivos se quedan en su sitio.',
  }),
  ...reason('change_guarantor_type', {
    title: 'Cambiar el tipo de garante',
    wrong: 'Los documentos muestran otro tipo de garante.',
    todo: 'Elija «{kind}» como tipo de garante.',
  }),
  ...reason('too_old', {
    title: 'Demasiado antiguo',
    wrong: 'Este documento tiene más de {count} meses.',
    todo: 'Envíe un documento con fecha del {from} o posterior.',
  }),
  ...reason('unsigned', {
    title: 'Sin firmar',
    wrong: 'Este documento no está firmado: {who}.',
    todo: 'Consiga la firma y envíelo de nuevo.',
  }),
  ...reason('id_expired', {
    title: 'Identidad caducada',
    wrong: {
      you: 'Su documento de identidad caducó el {date}.',
      them: 'El documento de identidad de {name} caducó el {date}.',
    },
    todo: 'Envíe un documento todavía válido, o elija otro documento de identidad.',
  }),
  ...reason('permit_or_renewal_receipt', {
    title: 'Falta el permiso de residencia o el resguardo',
    wrong: 'Falta el permiso de residencia, o ha caducado y falta el resguardo.',
    todo: 'Envíe el permiso de residencia. Si ha caducado, añada el resguardo de renovación (récépissé).',
  }),
  ...reason('france_identite_unusable', {
    title: 'Justificante France Identité no utilizable',
    wrong: 'Este justificante France Identité ha caducado, ya se ha usado o no se puede comprobar.',
    todo: 'Cree un nuevo justificante en la aplicación y envíelo.',
  }),
  ...reason('property_tax_preferred', {
    title: 'Mejor el impuesto sobre inmuebles',
    wrong: 'Este documento sirve, pero el aviso del impuesto sobre inmuebles (taxe foncière) es más fácil de comprobar.',
    todo: 'Añádalo si lo tiene.',
  }),
  ...reason('invoice_unpaid', {
    title: 'No se ve el pago',
    wrong: 'Las facturas no muestran que estén pagadas.',
    todo: 'Envíe facturas en las que se indique el pago.',
  }),
  ...reason('months_missing', {
    title: 'Faltan meses',
    wrong: 'No hay tres meses seguidos.',
    todo: 'Añada los documentos de estos meses: {months}.',
  }),
  ...reason('months_too_old', {
    title: 'Meses demasiado antiguos',
    wrong: 'Estos documentos son de meses demasiado antiguos.',
    todo: 'Envíe los documentos de estos meses: {months}.',
  }),
  ...reason('earlier_proofs_removed', {
    title: 'Se quitaron documentos anteriores',
    wrong: 'Documentos ya enviados no están aquí.',
    todo: 'Vuelva a poner los documentos de estos meses: {months}.',
  }),
  ...reason('activity_ended', {
    title: 'Contrato terminado',
    wrong: 'Este contrato terminó el {date}.',
    todo: {
      you: 'Envíe un documento sobre su actividad de hoy.',
      them: 'Envíe un documento sobre la actividad de {name} hoy.',
    },
  }),
  ...reason('wrong_school_year', {
    title: 'Año escolar incorrecto',
    wrong: 'Este documento es de otro año escolar.',
    todo: 'Envíe un documento de uno de estos años: {years}.',
  }),
  ...reason('starter_use_contract_page', {
    title: 'Inicio de actividad: página del contrato',
    wrong: { you: 'Su trabajo acaba de empezar.', them: 'El trabajo de {name} acaba de empezar.' },
    todo: 'Envíe la página del contrato que indica el salario, o la primera nómina.',
  }),
  ...reason('amount_mismatch', {
    title: 'Importe distinto',
    wrong: {
      you: 'Usted ha indicado {declared} al mes, y nosotros leemos {read}.',
      them: 'Para {name} se han indicado {declared} al mes, y nosotros leemos {read}.',
    },
    todo: 'Corrija el importe, o explique la diferencia.',
  }),
  ...reason('explanation_insufficient', {
    title: 'Explicación insuficiente',
    wrong: 'No hemos entendido la explicación.',
    todo: 'Dé más detalles, o añada un documento.',
  }),
  ...reason('tax_notice_expected', {
    title: 'Se espera el aviso de impuestos',
    wrong: 'No hay aviso de impuestos.',
    todo: 'Descargue el aviso de impuestos completo (avis d’impôt) en impots.gouv.fr y envíelo.',
  }),
  ...reason('not_a_tax_notice', {
    title: 'No es un aviso de impuestos',
    wrong: 'Este documento no es un aviso del impuesto sobre la renta.',
    todo: 'Descargue el aviso de impuestos completo (avis d’impôt) en impots.gouv.fr y envíelo.',
  }),
  ...reason('asdir_not_accepted', {
    title: 'Situation déclarative',
    wrong: 'Este documento es una «situation déclarative», no un aviso.',
    todo: 'Descargue el «avis d’impôt» completo en impots.gouv.fr y envíelo.',
  }),
  ...reason('local_tax_not_accepted', {
    title: 'Impuesto local',
    wrong: 'Este documento trata del impuesto sobre inmuebles o sobre la vivienda.',
    todo: 'Descargue el aviso del impuesto sobre la renta (avis d’impôt sur le revenu) en impots.gouv.fr y envíelo.',
  }),
  ...reason('wrong_tax_year', {
    title: 'Año incorrecto',
    wrong: 'Este documento es del año {year}.',
    todo: 'Envíe el documento de uno de estos años: {years}.',
  }),
  ...reason('declaration_contradicted', {
    title: 'Declaración que no coincide',
    wrong: 'Otro documento del expediente dice algo distinto de esta declaración.',
    todo: {
      you: 'Elija lo que corresponde a su situación.',
      them: 'Elija lo que corresponde a la situación de {name}.',
    },
  }),
  ...reason('guarantee_certificate_awaited', {
    title: 'Se espera el certificado de garantía',
    wrong: 'Este documento es una solicitud de garantía, no el certificado.',
    todo: 'Envíe el certificado cuando lo tenga.',
  }),
  ...reason('guarantee_expired', {
    title: 'Garantía caducada',
    wrong: 'La garantía terminó el {date}.',
    todo: 'Pida un nuevo certificado y envíelo.',
  }),

  'signer.employer': 'falta la firma del empleador',
  'signer.host': 'falta la firma de la persona que aloja',
  'signer.landlord': 'falta la firma del propietario o de la agencia',
  'signer.organism': 'falta la firma del organismo',
  'signer.school': 'falta la firma del centro de estudios',
  'signer.person': 'falta la firma de la persona interesada',
  'signer.everyone': 'falta al menos una firma',
  'guarantor_kind.natural': 'Una persona',
  'guarantor_kind.company': 'Una empresa',
  'guarantor_kind.organism': 'Un organismo',
};
