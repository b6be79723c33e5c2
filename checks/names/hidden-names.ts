import ts from 'typescript';

/** Words that ad-blockers hide, as whole parts of a name: `ad`, `ads`, `share-link`, `/social`. */
const HIDDEN = new Set([
  ...['ad', 'ads', 'advert', 'adverts', 'advertising', 'advertisement', 'analytics', 'banner', 'banners', 'pixel', 'pixels'],
  ...[
    'popup',
    'popups',
    'promo',
    'promos',
    'promotion',
    'share',
    'shares',
    'sharing',
    'social',
    'sponsor',
    'sponsors',
    'sponsored',
  ],
  ...['track', 'tracker', 'tracking'],
]);

/** JSX attributes whose text ends up as a name in the page, or as an address. */
const NAMING = new Set([
  'id',
  'class',
  'className',
  'name',
  'for',
  'htmlFor',
  'href',
  'action',
  'src',
  'formAction',
  'data-island',
]);

/** The word that an ad-blocker would take offence at in a name or address; `null` when there is none. */
export function hiddenWord(name: string): string | null {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return parts.find((part) => HIDDEN.has(part)) ?? null;
}

/** Names and addresses in a file of pages or routes that an ad-blocker would hide: `line: text`. */
export function hiddenNames(path: string, text: string): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  const found: string[] = [];
  const note = (node: ts.Node, name: string) => {
    const word = hiddenWord(name);
    if (word) found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: « ${word} » in ${name}`);
  };
  const textsIn = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) note(node, node.text);
    ts.forEachChild(node, textsIn);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && NAMING.has(node.name.getText())) {
      if (node.initializer) textsIn(node.initializer);
      return;
    }
    // An address is a text that begins with a slash: a route, a form's target, a redirect.
    if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && node.text.startsWith('/')) note(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Classes and ids of a stylesheet that an ad-blocker would hide: `line: text`. */
export function hiddenSelectors(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/[.#](-?[a-z_][\w-]*)/gi)].flatMap(([, name = '']) => {
      const word = hiddenWord(name);
      return word ? [`${index + 1}: « ${word} » in ${name}`] : [];
    }),
  );
}
