import type { Section } from '../section.ts';
import type { declaration as fr } from '../fr/declaration.ts';

export const declaration = {
  'declaration.until': 'هذا التدقيق سار حتى {date}.',
  'declaration.failing': 'معايير غير مستوفاة',
  'declaration.derogations': 'معايير مستبعدة، والسبب',
  'declaration.mean': 'في المتوسط، تستوفي الصفحة الواحدة {rate} من المعايير.',
  'declaration.nothing': 'لا شيء.',
  'declaration.pages': 'الصفحات التي تم تدقيقها',
  'declaration.how': 'كيف صنع الموقع',
  'declaration.technologies': 'التقنيات: صفحات ووثائق منظمة يمكن قراءتها بصوت. البرامج الصغيرة تساعد وليست ضرورية أبدا.',
  'declaration.plan': 'الخطة: نستهدف كل المعايير. تفحص أداة كل صفحة عند كل تغيير.',
  'declaration.help': 'الإبلاغ عن مشكلة',
  'declaration.defender': 'الكتابة إلى المدافع عن الحقوق',
  'declaration.defender_title': 'الكتابة إلى المدافع عن الحقوق - نافذة جديدة',
} as const satisfies Section<typeof fr>;
