import type { Section } from '../section.ts';
import type { declaration as fr } from '../fr/declaration.ts';

export const declaration = {
  'declaration.until': 'Esta auditoría cuenta hasta el {date}.',
  'declaration.failing': 'Criterios que no se cumplen',
  'declaration.derogations': 'Criterios apartados, y por qué',
  'declaration.mean': 'De media, una página cumple el {rate} de los criterios.',
  'declaration.nothing': 'Ninguno.',
  'declaration.pages': 'Páginas revisadas',
  'declaration.how': 'Cómo está hecho el sitio',
  'declaration.technologies': 'Técnicas: HTML, CSS, SVG y PDF etiquetado. JavaScript ayuda, pero nunca es necesario.',
  'declaration.plan': 'Plan: se buscan todos los criterios. Una herramienta revisa cada página en cada cambio.',
  'declaration.help': 'Señalar un problema',
  'declaration.defender': 'Escribir al Défenseur des droits',
  'declaration.defender_title': 'Escribir al Défenseur des droits - ventana nueva',
} as const satisfies Section<typeof fr>;
