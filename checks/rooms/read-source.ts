import ts from 'typescript';

/** One import, re-export or `import()` of a file. */
export interface Import {
  readonly from: string;
  /** Erased by the compiler: nothing is loaded. */
  readonly typeOnly: boolean;
}

/** What the fence looks at in one file. */
export interface Source {
  readonly imports: readonly Import[];
  readonly defaultExport: boolean;
  /** Callees as written, white space removed: `house.vault.erase`. */
  readonly calls: readonly string[];
  /** Property accesses as written: `process.env`. */
  readonly accesses: readonly string[];
}

/** Reads one file with the parser of TypeScript. */
export function readSource(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, kind);
  const imports: Import[] = [];
  const calls: string[] = [];
  const accesses: string[] = [];
  let defaultExport = false;
  const written = (node: ts.Node) => text.slice(node.pos, node.end).replace(/\s|\/\/.*$|\?(?=\.)/gm, '');
  const note = (from: ts.Node | undefined, typeOnly: boolean) => {
    if (from && ts.isStringLiteralLike(from)) imports.push({ from: from.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, true);
    else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) note(node.arguments[0], false);
      else calls.push(written(node.expression));
    } else if (ts.isPropertyAccessExpression(node)) accesses.push(written(node));
    if (ts.isExportAssignment(node)) defaultExport = true;
    if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind: word }) => word === ts.SyntaxKind.DefaultKeyword))
      defaultExport = true;
    if (ts.isExportSpecifier(node) && node.name.text === 'default') defaultExport = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, defaultExport, calls, accesses };
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return (
    !importClause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}
