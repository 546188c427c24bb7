import ts from 'typescript';

/** Small mistakes that a programmer could make in a file of TypeScript, each as a change of its text. */

export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What was changed into what, for a person. */
  readonly what: string;
}

const operators = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/** Words for programmers, and names of modules: a change of these changes no output. */
function isNoOutput(node: ts.Node): boolean {
  for (let around: ts.Node | undefined = node; around; around = around.parent) {
    if (ts.isThrowStatement(around) || ts.isImportDeclaration(around) || ts.isExportDeclaration(around)) return true;
    if (ts.isTypeNode(around) || ts.isInterfaceDeclaration(around) || ts.isTypeAliasDeclaration(around)) return true;
  }
  return false;
}

function replacement(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node)) {
    const other = operators.get(node.operatorToken.kind);
    // `a + b` of two texts can be taken for numbers by nobody: the strings are changed instead.
    if (other === undefined || (other === '-' && !/\d/.test(node.getText()))) return undefined;
    return `${node.left.getText()} ${other} ${node.right.getText()}`;
  }
  if (ts.isConditionalExpression(node))
    return `${node.condition.getText()} ? ${node.whenFalse.getText()} : ${node.whenTrue.getText()}`;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return node.operand.getText();
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false';
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true';
  // One more changes nothing of a size or a limit: those become none.
  if (ts.isNumericLiteral(node)) return Number(node.text) >= 100 ? '0' : String(Number(node.text) + 1);
  if (ts.isStringLiteral(node) && !ts.isPropertyAssignment(node.parent) && node.text !== '') return "''";
  if (ts.isStringLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.initializer === node)
    return `'${node.text}x'`;
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return '';
  if (ts.isIfStatement(node) && !node.elseStatement) return '';
  if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(node.parent)) return '...[]';
  return undefined;
}

/** All mutants of a file, in the order of the text. Each still parses; whether it changes an output is for the tests to say. */
export function typescriptMutants(text: string): Mutant[] {
  const tree = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    const own = isNoOutput(node) ? undefined : replacement(node);
    if (own !== undefined) {
      const [start, end] = [node.getStart(), node.end];
      const brief = (one: string): string => one.replace(/\s+/g, ' ').slice(0, 60);
      mutants.push({ start, end, text: own, what: `${brief(text.slice(start, end))} → ${brief(own) || 'nothing'}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}
