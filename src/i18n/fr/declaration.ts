export const declaration = {
  'declaration.until': 'Ce contrôle compte jusqu’au {date}.',
  'declaration.failing': 'Règles qui ne sont pas respectées',
  'declaration.derogations': 'Règles mises de côté, et pourquoi',
  'declaration.mean': 'En moyenne, une page respecte {rate} des critères.',
  'declaration.nothing': 'Aucune.',
  'declaration.pages': 'Pages contrôlées',
  'declaration.how': 'Comment le site est fait',
  'declaration.technologies': 'Techniques : HTML, CSS, SVG et PDF balisé. JavaScript aide, mais n’est jamais obligatoire.',
  'declaration.plan': 'Plan : toutes les règles sont visées. Chaque page est contrôlée par un outil à chaque changement.',
  'declaration.help': 'Dire un problème',
  'declaration.defender': 'Écrire au Défenseur des droits',
  'declaration.defender_title': 'Écrire au Défenseur des droits - nouvelle fenêtre',
} as const;
