import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compile } from "tailwindcss";
import ts from "typescript";
import config from "../../tailwind.config";

/** Words that take a colour: what begins with one of them is a class, in whatever string it stands. */
const takesColour =
  /^(?:[^\s:]+:)*(?:bg|text|border|ring|fill|stroke|outline|divide|accent|caret|decoration|shadow)-[a-z]/;

/** Names that other classes ask about; they have no look of their own. */
const marks = /^(?:group|peer)(?:\/[\w-]+)?$/;

/** The class names in a file: all of `className` and `cn(…)`, and whatever looks like a colour elsewhere. */
export function classNamesIn(code: string, file = "component.tsx"): string[] {
  const found = new Set<string>();
  const add = (text: string, isClassList: boolean) => {
    for (const name of text.split(/\s+/).filter(Boolean))
      if ((isClassList && !marks.test(name)) || takesColour.test(name)) found.add(name);
  };
  const visit = (node: ts.Node, isClassList: boolean) => {
    if (ts.isStringLiteralLike(node)) add(node.text, isClassList);
    if (ts.isTemplateExpression(node)) for (const text of wholeWords(node)) add(text, isClassList);
    ts.forEachChild(node, (child) => visit(child, holdsClasses(node) ?? isClassList));
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), false);
  return [...found];
}

/** True: the strings below are class names. False: they are something else again. Null: as around it. */
function holdsClasses(node: ts.Node): boolean | null {
  if (ts.isJsxAttribute(node)) return /[cC]lassName$/.test(node.name.getText());
  if (ts.isCallExpression(node)) return node.expression.getText() === "cn";
  // What is compared with or asked for is no class.
  if (ts.isBinaryExpression(node) && /[=<>]|^in$/.test(node.operatorToken.getText())) return false;
  return ts.isElementAccessExpression(node) ? false : null;
}

/** The text of a template without the words that a value is a part of. */
const wholeWords = ({ head, templateSpans }: ts.TemplateExpression): string[] => [
  head.text.replace(/\S+$/, ""),
  ...templateSpans.map(({ literal }, index) => {
    const start = literal.text.replace(/^\S+/, "");
    return index === templateSpans.length - 1 ? start : start.replace(/\S+$/, "");
  }),
];

const sheet = createRequire(import.meta.url).resolve("tailwindcss/index.css");

/** Those of the names that the product's style sheet has no rule for: Tailwind says nothing of them and draws nothing. */
export async function unknownClasses(names: readonly string[]): Promise<string[]> {
  const { build } = await compile(readFileSync("app/globals.css", "utf8"), {
    base: "app",
    loadModule: async (path, base) => ({ path, base, module: config }),
    loadStylesheet: async (path, base) => ({ path, base, content: readFileSync(sheet, "utf8") }),
  });
  const css = build([...names]);
  return names.filter(
    (name) => !css.includes(`.${name.replace(/[^\w-]/g, "\\$&").replace(/^\d/, "\\3$& ")}`),
  );
}
