import type { Section } from '../section.ts';
import type { figures as fr } from '../fr/figures.ts';

export const figures: Section<typeof fr> = {
  'stats.by_origine': 'By origin',
  'stats.modality_organic': 'Directly',
  'stats.step_decisions_0': 'No answer from an agent',
  'stats.step_decisions_1': 'One answer',
  'stats.step_decisions_2': 'Two answers',
  'stats.step_decisions_3': 'Three answers or more',
  'stats.twelve_months': 'Last twelve months',
  'stats.limit.late_place': 'The département is the one stated within 30 days. So this detail comes a month later.',
  'stats.limit.origin': 'No campaign or partner can be told apart yet.',
  'stats.limit.rolling': 'The count of twelve months is rounded to ten.',
  'stats.U3_12_months.title': 'Files verified in twelve months',
  'stats.U3_12_months.definition': 'Files verified for the first time, over the last twelve whole months.',
  'stats.U3_12_months.numerator': 'Files verified for the first time in these twelve months.',
  'stats.U3_12_months.denominator': 'Does not apply.',
  'stats.U6_steps.title': 'How far the files of each group go',
  'stats.U6_steps.definition': 'Share of the files of a group that pass each step within 30 days.',
  'stats.U6_steps.numerator': 'Files of the group that reached the step within 30 days.',
  'stats.U6_steps.denominator': 'Files of the group created in the period.',
  'stats.S3_categories.title': 'Reasons for correction by kind of document',
  'stats.S3_categories.definition': 'Share of the documents of a kind that get each reason.',
  'stats.S3_categories.numerator': 'Documents of this kind that get this reason.',
  'stats.S3_categories.denominator': 'Documents of this kind that an agent looked at.',
  'stats.S6_rounds.title': 'How many answers before verification',
  'stats.S6_rounds.definition': 'Share of the files verified after each number of answers from agents.',
  'stats.S6_rounds.numerator': 'Files verified after this number of answers.',
  'stats.S6_rounds.denominator': 'Files verified for the first time.',
  'stats.held':
    'Publication on hold: this figure fell by more than 30%. Somebody must check. The figures shown are the last ones published.',
  'stats.method_falls_title': 'When a figure falls',
  'stats.method_falls':
    'A figure that falls by more than 30% is not published. We keep the one before until somebody has checked.',
};
