import type { Section } from '../section.ts';
import type { situations as fr } from '../fr/situations.ts';

export const situations: Section<typeof fr> = {
  'category.identity.title': 'Identidad',
  'category.identity.why': 'El propietario debe saber a quién alquila. Un solo documento basta.',
  'category.home.title': 'Vivienda actual',
  'category.home.why': 'Este documento muestra dónde vive usted hoy. Uno solo basta.',
  'category.activity.title': 'Actividad',
  'category.activity.why': 'El propietario quiere conocer su actividad principal.',
  'category.income.title': 'Ingresos',
  'category.income.why': 'Sus ingresos muestran que puede pagar el alquiler. Añádalos uno por uno.',
  'category.tax.title': 'Impuestos',
  'category.tax.why': 'El aviso de impuestos (avis d’impôt) confirma sus ingresos. Se aconseja, no siempre es obligatorio.',
  'category.guarantee.title': 'Garantía',
  'category.guarantee.why': 'Un organismo se compromete a pagar el alquiler si el inquilino no puede.',
  'category.company.title': 'Empresa',
  'category.company.why': 'Este documento prueba que la empresa existe y dice quién la representa.',

  'situation.identity.id_card.title': 'Documento nacional de identidad',
  'situation.identity.id_card.hint': 'Las dos caras, francés o extranjero, todavía válido.',
  'situation.identity.passport.title': 'Pasaporte',
  'situation.identity.passport.hint': 'La página con la foto y la página con la firma. Francés o extranjero, todavía válido.',
  'situation.identity.residence_permit.title': 'Permiso de residencia (titre de séjour)',
  'situation.identity.residence_permit.hint':
    'Las dos caras. Si ha caducado, añada el resguardo de renovación (récépissé). Con un visado, elija el pasaporte.',
  'situation.identity.driving_licence.title': 'Permiso de conducir',
  'situation.identity.driving_licence.hint': 'Las dos caras, francés o extranjero, todavía válido.',
  'situation.identity.france_identite.title': 'Justificante France Identité',
  'situation.identity.france_identite.hint': 'El PDF de un solo uso creado en la aplicación France Identité.',
  'situation.identity.other.title': 'Otro documento de identidad',
  'situation.identity.other.hint': 'Un documento oficial válido, con su nombre y su foto.',

  'situation.home.tenant.receipts.title': 'Inquilino, con recibos',
  'situation.home.tenant.receipts.hint': 'Sus 3 últimos recibos de alquiler (quittances), seguidos.',
  'situation.home.tenant.landlord_certificate.title': 'Inquilino, sin recibos',
  'situation.home.tenant.landlord_certificate.hint':
    'Un certificado de su propietario o de la agencia: el alquiler y los gastos están pagados. Firmado, de menos de 3 meses.',
  'situation.home.tenant.home_proof.title': 'Inquilino',
  'situation.home.tenant.home_proof.hint':
    'Un recibo de alquiler, una factura de agua, de gas o de electricidad, o un seguro de hogar. De menos de 3 meses.',
  'situation.home.owner.title': 'Dueño de su vivienda',
  'situation.home.owner.hint':
    'Todas las páginas del aviso del impuesto sobre inmuebles (taxe foncière), o el título de propiedad.',
  'situation.home.guest.certificate.title': 'Alojado en casa de alguien, con un certificado',
  'situation.home.guest.certificate.hint':
    'El certificado (attestation d’hébergement) firmado por la persona que le aloja, de menos de 3 meses. Nada más: ni su identidad, ni su dirección.',
  'situation.home.guest.to_sign.title': 'Alojado en casa de alguien, sin certificado por ahora',
  'situation.home.guest.to_sign.hint': 'Imprima nuestro modelo, pida la firma de la persona que le aloja y añádalo.',
  'situation.home.employer.title': 'Vivienda cedida por el empleador',
  'situation.home.employer.hint': 'Un certificado del empleador, o una nómina o un contrato que muestre esta vivienda.',
  'situation.home.organism.title': 'Domiciliado o alojado por un organismo',
  'situation.home.organism.hint':
    'El certificado de domicilio (élection de domicile) firmado por el organismo, de menos de 3 meses.',
  'situation.home.short_term.title': 'Hotel, camping o alquiler de corta duración',
  'situation.home.short_term.hint': 'Las facturas pagadas de los 3 últimos meses.',
  'situation.home.precarious.title': 'Sin vivienda estable',
  'situation.home.precarious.hint': 'No se pide ningún documento. Se crea una declaración para usted.',
  'situation.home.other.title': 'Otra situación',
  'situation.home.other.hint': 'Un documento de menos de 3 meses, o unas frases para explicar su situación.',

  'situation.activity.permanent.title': 'Contrato indefinido (CDI)',
  'situation.activity.permanent.hint':
    'El contrato completo y firmado, o un certificado del empleador de menos de 3 meses. El periodo de prueba sirve.',
  'situation.activity.fixed_term.title': 'Contrato temporal (CDD)',
  'situation.activity.fixed_term.hint':
    'El contrato en curso, completo y firmado, o un certificado del empleador de menos de 3 meses.',
  'situation.activity.temporary.title': 'Trabajo por agencia (intérim)',
  'situation.activity.temporary.hint':
    'El contrato de misión en curso. Añada si es posible los certificados de trabajo de los 3 últimos meses.',
  'situation.activity.apprenticeship.title': 'Formación en alternancia (alternance)',
  'situation.activity.apprenticeship.hint': 'El contrato de aprendizaje o de profesionalización, completo y firmado.',
  'situation.activity.internship.title': 'Prácticas (stage)',
  'situation.activity.internship.hint': 'El convenio de prácticas completo, firmado por todos.',
  'situation.activity.student.title': 'Estudios',
  'situation.activity.student.hint':
    'El carné de estudiante, el certificado de estudios (certificat de scolarité) o la inscripción Parcoursup del año, con su nombre.',
  'situation.activity.public_servant.title': 'Función pública',
  'situation.activity.public_servant.hint':
    'La orden de nombramiento (arrêté), o un certificado del empleador de menos de 3 meses.',
  'situation.activity.retired.title': 'Jubilación',
  'situation.activity.retired.hint':
    'Un recibo de pensión o un certificado de pago de menos de 2 años, o su título de pensión (titre de pension).',
  'situation.activity.unemployed.title': 'Búsqueda de empleo',
  'situation.activity.unemployed.hint':
    'Un aviso de situación de France Travail (empleo) de menos de 3 meses, o la apertura de sus derechos.',
  'situation.activity.independent.title': 'Trabajo por cuenta propia',
  'situation.activity.independent.hint':
    'El carné profesional. O un extracto K o K-bis, un aviso SIRENE o una inscripción en el RNE de menos de 3 meses.',
  'situation.activity.intermittent.title': 'Trabajo intermitente del espectáculo',
  'situation.activity.intermittent.hint':
    'Un aviso de France Travail (empleo) de menos de 3 meses. Añada el contrato en curso si tiene uno.',
  'situation.activity.artist.title': 'Artista o autor (artiste-auteur)',
  'situation.activity.artist.hint': 'Un aviso SIRENE de menos de 3 meses, o un certificado de afiliación.',
  'situation.activity.stay_at_home_parent.title': 'Madre o padre en el hogar',
  'situation.activity.stay_at_home_parent.hint':
    'Un certificado de la CAF (prestaciones familiares) de menos de 3 meses, o una declaración jurada.',
  'situation.activity.none.title': 'Sin actividad',
  'situation.activity.none.hint': 'Una declaración jurada. Podemos crearla para usted.',
  'situation.activity.other.title': 'Otra actividad',
  'situation.activity.other.hint': 'Un documento reciente sobre su actividad, o una declaración jurada.',

  'situation.income.salary.over_3_months.title': 'Salario, desde hace más de 3 meses',
  'situation.income.salary.over_3_months.hint': 'Sus 3 últimas nóminas. Si está en prácticas: las pruebas de pago de 3 meses.',
  'situation.income.salary.under_3_months.title': 'Salario, desde hace menos de 3 meses',
  'situation.income.salary.under_3_months.hint': 'Todas las nóminas que ya tiene: una o dos.',
  'situation.income.salary.not_yet.title': 'Salario, trabajo todavía no empezado',
  'situation.income.salary.not_yet.hint':
    'La página del contrato o de la promesa de contratación que muestra el salario y la fecha de inicio.',
  'situation.income.salary.micro_entrepreneur.title': 'Microempresa (micro-entreprise)',
  'situation.income.salary.micro_entrepreneur.hint':
    'Las 3 últimas declaraciones URSSAF del mes, o la última del trimestre. Indique el importe sin las cotizaciones.',
  'situation.income.salary.independent.title': 'Otra actividad por cuenta propia',
  'situation.income.salary.independent.hint': 'Un certificado de un contable, o sus últimos balances: dos como máximo.',
  'situation.income.salary.intermittent.title': 'Trabajo intermitente del espectáculo',
  'situation.income.salary.intermittent.hint':
    'Sus 3 últimas declaraciones mensuales (actualisations), o 3 extractos de France Travail con las nóminas de esos meses.',
  'situation.income.salary.artist.title': 'Ingresos de artista o autor',
  'situation.income.salary.artist.hint':
    'La última declaración URSSAF de ingresos y de actividad, o el aviso de impuestos (avis d’impôt).',
  'situation.income.benefit.caf.over_3_months.title':
    'RSA (renta mínima), prime d’activité u otra ayuda de la CAF o la MSA, desde hace más de 3 meses',
  'situation.income.benefit.caf.over_3_months.hint': 'Los certificados de pago de los 3 últimos meses.',
  'situation.income.benefit.caf.under_3_months.title':
    'RSA (renta mínima), prime d’activité u otra ayuda de la CAF o la MSA, desde hace menos de 3 meses',
  'situation.income.benefit.caf.under_3_months.hint': 'Todos los certificados de pago que ya tiene.',
  'situation.income.benefit.france_travail.over_3_months.title':
    'Prestación de France Travail (desempleo), desde hace más de 3 meses',
  'situation.income.benefit.france_travail.over_3_months.hint': 'Los certificados de pago de los 3 últimos meses.',
  'situation.income.benefit.france_travail.under_3_months.title':
    'Prestación de France Travail (desempleo), desde hace menos de 3 meses',
  'situation.income.benefit.france_travail.under_3_months.hint': 'Todos los certificados de pago que ya tiene.',
  'situation.income.benefit.france_travail.not_yet.title': 'Prestación de France Travail (desempleo), todavía no pagada',
  'situation.income.benefit.france_travail.not_yet.hint': 'La notificación de apertura de sus derechos, con el importe.',
  'situation.income.benefit.housing.over_3_months.title': 'Ayuda a la vivienda, desde hace más de 3 meses',
  'situation.income.benefit.housing.over_3_months.hint': 'Las pruebas de pago de los 3 últimos meses.',
  'situation.income.benefit.housing.under_3_months.title': 'Ayuda a la vivienda, desde hace menos de 3 meses',
  'situation.income.benefit.housing.under_3_months.hint': 'Todas las pruebas de pago que ya tiene.',
  'situation.income.benefit.housing.not_yet.title': 'Ayuda a la vivienda, todavía no pagada',
  'situation.income.benefit.housing.not_yet.hint': 'Una captura de pantalla de la simulación hecha en el sitio de la CAF.',
  'situation.income.benefit.disability.over_3_months.title':
    'Prestación para adultos con discapacidad (AAH), desde hace más de 3 meses',
  'situation.income.benefit.disability.over_3_months.hint': 'Las pruebas de pago de los 3 últimos meses.',
  'situation.income.benefit.disability.under_3_months.title':
    'Prestación para adultos con discapacidad (AAH), desde hace menos de 3 meses',
  'situation.income.benefit.disability.under_3_months.hint': 'Todas las pruebas de pago que ya tiene.',
  'situation.income.benefit.disability.not_yet.title': 'Prestación para adultos con discapacidad (AAH), todavía no pagada',
  'situation.income.benefit.disability.not_yet.hint': 'La decisión de la MDPH (casa departamental de la discapacidad).',
  'situation.income.benefit.other.title': 'Otra ayuda',
  'situation.income.benefit.other.hint': 'Un documento que muestre el importe y la frecuencia de los pagos.',
  'situation.income.pension.statement.title': 'Jubilación, con un recibo de pensión',
  'situation.income.pension.statement.hint': 'Un recibo de pensión de menos de 2 años.',
  'situation.income.pension.no_statement.title': 'Jubilación, sin recibo de pensión',
  'situation.income.pension.no_statement.hint':
    'El aviso de impuestos (avis d’impôt). El importe es la línea de las pensiones dividida por 12.',
  'situation.income.pension.disability.over_3_months.title': 'Pensión de invalidez, desde hace más de 3 meses',
  'situation.income.pension.disability.over_3_months.hint': 'Las pruebas de pago de los 3 últimos meses.',
  'situation.income.pension.disability.under_3_months.title': 'Pensión de invalidez, desde hace menos de 3 meses',
  'situation.income.pension.disability.under_3_months.hint': 'Todas las pruebas de pago que ya tiene.',
  'situation.income.pension.disability.not_yet.title': 'Pensión de invalidez, todavía no pagada',
  'situation.income.pension.disability.not_yet.hint': 'La notificación de sus derechos.',
  'situation.income.pension.alimony.title': 'Pensión alimenticia recibida',
  'situation.income.pension.alimony.hint':
    'Un documento que muestre el importe. Para una sentencia, basta la parte que fija la pensión.',
  'situation.income.rent.receipt.title': 'Alquileres recibidos, con recibos',
  'situation.income.rent.receipt.hint': 'Un recibo (quittance) de menos de 3 meses dado a su inquilino.',
  'situation.income.rent.no_receipt.title': 'Alquileres recibidos, sin recibos',
  'situation.income.rent.no_receipt.hint':
    'El aviso de impuestos (avis d’impôt). El importe es la línea de los ingresos de inmuebles dividida por 12.',
  'situation.income.rent.life_annuity.title': 'Renta vitalicia',
  'situation.income.rent.life_annuity.hint': 'Un certificado de renta.',
  'situation.income.rent.other.title': 'Otra renta o inversión',
  'situation.income.rent.other.hint':
    'Un certificado de renta o de inversión, o el título o el impuesto (taxe foncière) del bien que da ingresos.',
  'situation.income.scholarship.title': 'Beca',
  'situation.income.scholarship.hint': 'La última decisión de concesión, por ejemplo la del Crous (becas de estudiantes).',
  'situation.income.none.title': 'Ningún ingreso',
  'situation.income.none.hint': 'No se pide ningún documento. Puede explicar su situación.',
  'situation.income.salary.unknown.title': 'Salario, por precisar',
  'situation.income.salary.unknown.hint': 'Este ingreso viene de un expediente antiguo. Elija la situación que le corresponde.',
  'situation.income.pension.unknown.title': 'Pensión, por precisar',
  'situation.income.pension.unknown.hint': 'Este ingreso viene de un expediente antiguo. Elija la situación que le corresponde.',

  'situation.tax.french_notice.title': 'Aviso de impuestos francés (avis d’impôt)',
  'situation.tax.french_notice.hint':
    'Todas las páginas del aviso de impuestos o de no imposición. La «situation déclarative» no sirve.',
  'situation.tax.foreign_notice.title': 'Aviso de impuestos extranjero',
  'situation.tax.foreign_notice.hint': 'El último aviso de su país, con una traducción de lo esencial al francés.',
  'situation.tax.parents.title': 'En la declaración de impuestos de los padres',
  'situation.tax.parents.hint': 'No se pide ningún documento. Se crea una declaración para usted.',
  'situation.tax.no_declaration.title': 'Nunca declarado en Francia',
  'situation.tax.no_declaration.hint': 'Su primera declaración todavía no está hecha. Se crea una declaración para usted.',
  'situation.tax.not_received.title': 'Declarado, aviso todavía no recibido',
  'situation.tax.not_received.hint': 'Acaba de hacer su primera declaración. Se crea una declaración para usted.',
  'situation.tax.other.title': 'Otra situación',
  'situation.tax.other.hint': 'Un documento, o unas frases para explicar su situación.',

  'situation.guarantee.visale.title': 'Garantía Visale',
  'situation.guarantee.visale.hint': 'Todas las páginas del certificado Visale (visa certifié), todavía válido.',
  'situation.guarantee.other.title': 'Otro organismo',
  'situation.guarantee.other.hint': 'El certificado de garantía, todavía válido.',
  'situation.company.registration.title': 'Empresa que es garante',
  'situation.company.registration.hint':
    'Un extracto K-bis de menos de 3 meses, los estatutos, u otra prueba de que la empresa existe.',
};
