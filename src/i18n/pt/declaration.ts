import type { Section } from '../section.ts';
import type { declaration as fr } from '../fr/declaration.ts';

export const declaration = {
  'declaration.until': 'Esta auditoria conta até {date}.',
  'declaration.failing': 'Critérios que não são cumpridos',
  'declaration.derogations': 'Critérios postos de lado, e porquê',
  'declaration.mean': 'Em média, uma página cumpre {rate} dos critérios.',
  'declaration.nothing': 'Nenhum.',
  'declaration.pages': 'Páginas verificadas',
  'declaration.how': 'Como o sítio é feito',
  'declaration.technologies': 'Técnicas: HTML, CSS, SVG e PDF etiquetado. O JavaScript ajuda, mas nunca é necessário.',
  'declaration.plan': 'Plano: todos os critérios são visados. Uma ferramenta verifica cada página em cada alteração.',
  'declaration.help': 'Assinalar um problema',
  'declaration.defender': 'Escrever ao Défenseur des droits',
  'declaration.defender_title': 'Escrever ao Défenseur des droits - nova janela',
} as const satisfies Section<typeof fr>;
