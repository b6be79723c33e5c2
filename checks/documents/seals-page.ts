import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { DOCUMENT_KINDS } from '../../src/seals/two-d-doc-kinds.ts';
import { FIELD_LENGTHS } from '../../src/seals/two-d-doc-lengths.ts';
import { STALE_AFTER_DAYS } from '../../src/seals/trust-store.ts';

const ROOM = new URL('../../src/seals/', import.meta.url);

/** The head of an exported function, without its body, and its comment on one line. */
function exportsOf(file: string): readonly string[] {
  const text = readFileSync(new URL(file, ROOM), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  return source.statements.flatMap((statement): string[] => {
    const exported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported || !ts.isFunctionDeclaration(statement)) return [];
    const head = text.slice(statement.getStart(source), statement.body?.getStart(source) ?? statement.end);
    const comment = ts
      .getJSDocCommentsAndTags(statement)
      .flatMap((one) => (ts.isJSDoc(one) ? [one] : []))
      .map((one) =>
        text
          .slice(one.pos, one.end)
          .replace(/^\/\*\*|\*\/$/g, '')
          .replace(/\n\s*\*/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .join(' ');
    const told = head
      .replace(/^export (?:async )?function /, '')
      .replace(/\s+/g, ' ')
      .replace(/,? \)/, ')')
      .trim();
    return [`- \`${told}\`  \n  ${comment}`];
  });
}

/** The page on document seals: how to run them, what types are known, and every function of the room, from its own comments. */
export function sealsPage(): string {
  const files = readdirSync(ROOM)
    .filter((name) => /^[\w-]+\.ts$/.test(name))
    .sort();
  const kinds = [...DOCUMENT_KINDS].map(([type, { name, issued, mandatory }]) => {
    const demanded = mandatory.map((ways) => ways.map((way) => way.join('+')).join(' or ')).join(', ');
    return `| ${type} | ${name} | ${issued ? 'yes' : 'no'} | ${demanded} |`;
  });
  return `# Document seals

<!-- Written by \`npm run docs\` from src/seals: change it there. -->

A seal is a mark that an issuer put into a paper with its key: a 2D-Doc, a visible seal of the second generation (ISO 22376), the signature of a PDF.
Reading one gives a verdict: \`valid\`, \`invalid\`, \`unverifiable\`. Unverifiable never means forged. How the room is laid out, what it does not do, and an
example: \`src/seals/README.md\`.

## The trust folder

Nobody is trusted at first: the service says so at start and seals stay unverifiable. \`TRUST_DIR\` (default \`DATA_DIR/trust\`) holds:

| file | what |
|---|---|
| \`signer.pem\` | certificate that signs the State's list; you put it there, from a source that you trust |
| \`list.xml\`, \`checked.json\` | the list, after its signature was checked, and the day it was last found newest |
| \`leaves/<authority>….*\` | certificates of an authority: DER, PEM, several one after another, PKCS#7, multipart |
| \`crl/*\` | lists of revoked certificates |
| \`pdf/*\` | issuers of PDF signatures whom you trust, and their lists of revoked certificates |
| \`manifests/*.json\` | \`{"id","kind","fields":[{"id","type"}]}\` of seals of the second generation; types \`text\`, \`number\`, \`day\`, \`list\` |

\`npm run trust:fetch\` brings list, certificates and revocations, once a day if you schedule it, from a machine that may call out. It refuses a list that
the pinned signer did not sign, or older than yours, and keeps the last good copy of what it cannot have. The service itself never calls out. After
${STALE_AFTER_DAYS} days without a check, seals of an authority are \`trust_expired\`. The folder is believed as it stands: only you and the command write it.

## Types of document of 2D-Doc

| type | document | day of issue | mandatory |
|---|---|---|---|
${kinds.join('\n')}

${FIELD_LENGTHS.size} identifiers are known; others are read, kept and told as unknown.

## Functions
${files
  .map((file) => ({ file, told: exportsOf(file) }))
  .filter(({ told }) => told.length > 0)
  .map(({ file, told }) => `\n### ${file}\n\n${told.join('\n')}`)
  .join('\n')}
`;
}
