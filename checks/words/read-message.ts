import { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
/** Kinds of nodes in the parser's tree (`@formatjs/icu-messageformat-parser`, `TYPE`). */
const KIND: Readonly<Record<string, number>> = { literal: 0, argument: 1, select: 5, plural: 6, pound: 7 };

const parse = (message: string, locale: string): Ast =>
  new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();

/** Names that a message asks for, in order of the alphabet; a select with its choices. Throws on a message that is not ICU. */
export function placeholdersOf(message: string, locale: string): string[] {
  const names = new Set<string>();
  const visit = (nodes: Ast): void => {
    for (const node of nodes) {
      if ([KIND['literal'], KIND['pound']].includes(node.type)) continue;
      const options = 'options' in node ? node.options : {};
      const choices = [KIND['select']].includes(node.type) ? ` (${Object.keys(options).sort().join(', ')})` : '';
      if ('value' in node) names.add(`${node.value}${choices}`);
      for (const option of Object.values(options)) visit(option.value);
    }
  };
  visit(parse(message, locale));
  return [...names].sort();
}

/** The plain texts of a message, each choice of a plural or select apart, without the names it asks for. */
export function textsOf(message: string, locale: string): string[] {
  const within = (nodes: Ast): string[] =>
    nodes.flatMap((node) => {
      if ('options' in node) return Object.values(node.options).flatMap(({ value }) => within(value));
      return node.type === KIND['literal'] && 'value' in node ? [node.value] : [];
    });
  return within(parse(message, locale));
}

/** The plurals of a message: what each counts, and the forms it has (`one`, `other`, `=0`…). */
export function pluralsOf(message: string, locale: string): { name: string; forms: string[] }[] {
  const within = (nodes: Ast): { name: string; forms: string[] }[] =>
    nodes.flatMap((node) => {
      if (!('options' in node)) return [];
      const inner = Object.values(node.options).flatMap(({ value }) => within(value));
      return node.type === KIND['plural'] ? [{ name: node.value, forms: Object.keys(node.options) }, ...inner] : inner;
    });
  return within(parse(message, locale));
}

/** What people may read: one text per choice of the first select or plural, inner choices at their longest; a name stands for a word. */
export function readingsOf(message: string, locale: string): string[] {
  const longest = (nodes: Ast): string =>
    nodes.map((node) => readings(node).sort((a, b) => b.length - a.length)[0] ?? '').join('');
  const readings = (node: Ast[number]): string[] => {
    if (node.type === KIND['literal'] && 'value' in node) return [node.value];
    return 'options' in node ? Object.values(node.options).map(({ value }) => longest(value)) : ['x'];
  };
  const nodes = parse(message, locale);
  const choice = nodes.findIndex((node) => 'options' in node);
  const chosen = nodes[choice];
  if (!chosen) return [longest(nodes)];
  return readings(chosen).map((text) => longest(nodes.slice(0, choice)) + text + longest(nodes.slice(choice + 1)));
}

/** Sentences of a text: they end with `.`, `!`, `?`, `…`, `:` or `;` and a space, or with the line. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…:;])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words as people count them: what holds a letter or a digit, between spaces. */
export function wordCount(sentence: string): number {
  return sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
