import type { Section } from '../section.ts';
import type { figures as fr } from '../fr/figures.ts';

export const figures: Section<typeof fr> = {
  'stats.by_origine': 'Por origen',
  'stats.modality_organic': 'Sin intermediario',
  'stats.step_decisions_0': 'Ninguna respuesta de un agente',
  'stats.step_decisions_1': 'Una respuesta',
  'stats.step_decisions_2': 'Dos respuestas',
  'stats.step_decisions_3': 'Tres respuestas o más',
  'stats.twelve_months': 'Últimos doce meses',
  'stats.limit.late_place': 'El departamento es el declarado en los 30 días. Por eso el detalle aparece un mes después.',
  'stats.limit.origin': 'Todavía no se distingue ninguna campaña ni ningún socio.',
  'stats.limit.rolling': 'La cuenta de doce meses se redondea a la decena.',
  'stats.U3_12_months.title': 'Expedientes verificados en doce meses',
  'stats.U3_12_months.definition': 'Expedientes verificados por primera vez en los últimos doce meses completos.',
  'stats.U3_12_months.numerator': 'Expedientes verificados por primera vez en esos doce meses.',
  'stats.U3_12_months.denominator': 'No procede.',
  'stats.U6_steps.title': 'Hasta dónde llegan los expedientes de cada grupo',
  'stats.U6_steps.definition': 'Parte de los expedientes de un grupo que superan cada etapa en 30 días.',
  'stats.U6_steps.numerator': 'Expedientes del grupo que llegan a la etapa en 30 días como máximo.',
  'stats.U6_steps.denominator': 'Expedientes del grupo creados en el período.',
  'stats.S3_categories.title': 'Motivos de corrección por tipo de documento',
  'stats.S3_categories.definition': 'Parte de los documentos de un tipo que reciben cada motivo.',
  'stats.S3_categories.numerator': 'Documentos de este tipo que reciben este motivo.',
  'stats.S3_categories.denominator': 'Documentos de este tipo que ha mirado un agente.',
  'stats.S6_rounds.title': 'Cuántas respuestas antes de la verificación',
  'stats.S6_rounds.definition': 'Parte de los expedientes verificados tras cada número de respuestas de agentes.',
  'stats.S6_rounds.numerator': 'Expedientes verificados tras ese número de respuestas.',
  'stats.S6_rounds.denominator': 'Expedientes verificados por primera vez.',
  'stats.held':
    'Publicación suspendida: esta cifra ha bajado más de un 30 %. Una persona debe comprobarla. Las cifras mostradas son las últimas publicadas.',
  'stats.method_falls_title': 'Cuando una cifra cae',
  'stats.method_falls':
    'Una cifra que baja más de un 30 % no se publica. Guardamos la anterior hasta que una persona lo compruebe.',
};
