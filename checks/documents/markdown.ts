/** A cell of a Markdown table: one line, bars escaped. */
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The line that stands on top of every generated page. */
export function generatedFrom(source: string): string {
  return `<!-- Written by \`npm run docs\` from ${source}. Do not edit by hand: a check compares. -->`;
}
