import ts from 'typescript';

/**
 * Names of the exported functions of a file that no doc comment stands before. Overloads share the comment of one of them.
 * @param path decides whether JSX is read
 */
export function undocumented(path: string, text: string): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  const documented = new Map<string, boolean>();
  for (const statement of file.statements) {
    if (!isExported(statement)) continue;
    const told = ts.getJSDocCommentsAndTags(statement).length > 0;
    for (const name of functionsOf(statement)) documented.set(name, told || documented.get(name) === true);
  }
  return [...documented].filter(([, told]) => !told).map(([name]) => name);
}

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

function functionsOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)))
    .map(({ name }) => name.getText());
}
