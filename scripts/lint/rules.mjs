import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own ESLint rules: zones between folders, names of files. Small enough to read in one go. */
const root = fileURLToPath(new URL("../..", import.meta.url));

const pathFromRoot = (absolute) => relative(root, absolute).split(sep).join("/");

/** "@/lib/x", "../lib/x.ts" and "next/link" as what zones.mjs speaks of: "lib/x", "lib/x", "npm:next". */
export function importTarget(source, importingFile) {
  const bare = (path) => path.replace(/\.(tsx?|mjs|js|json)$/, "");
  if (source.startsWith("@/")) return bare(source.slice(2));
  if (source.startsWith(".")) return bare(pathFromRoot(join(dirname(importingFile), source)));
  if (isAbsolute(source)) return bare(pathFromRoot(source));
  const [scopeOrName, name] = source.split("/");
  return `npm:${source.startsWith("@") ? `${scopeOrName}/${name}` : scopeOrName}`;
}

const forbids = (zone, file, target) =>
  zone.files.test(file) &&
  !zone.except?.some((pattern) => pattern.test(file)) &&
  zone.targets.some((pattern) => pattern.test(target));

const zonesRule = {
  meta: { type: "problem", schema: [{ type: "array" }] },
  create(context) {
    const file = pathFromRoot(context.filename);
    const check = (node) => {
      if (typeof node?.value !== "string") return;
      const target = importTarget(node.value, context.filename);
      const zone = context.options[0].find((candidate) => forbids(candidate, file, target));
      if (zone) context.report({ node, message: `${file} may not import "${node.value}": ${zone.why}.` });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
      "CallExpression[callee.object.name='vi'][callee.property.name='mock']": (node) =>
        check(node.arguments[0]),
    };
  },
};

/** Folders of routes may be called [projectId] or (app); every other part of a path is kebab-case. */
const partOfPath =
  /^(?:\.?[a-z0-9]+(?:[-.][a-z0-9]+)*|\([a-z-]+\)|\[{1,2}(?:\.{3})?[a-zA-Z]+\]{1,2}|_[a-z-]+)$/;

const fileNameRule = {
  meta: { type: "suggestion", schema: [] },
  create(context) {
    return {
      Program(node) {
        const parts = pathFromRoot(context.filename).split("/");
        const name = parts.at(-1).replace(/(\.test|\.spec)?\.(d\.)?(tsx?|mjs)$/, "");
        const report = (message) => context.report({ node, message });
        if (parts.some((part) => !partOfPath.test(part))) report(`${parts.join("/")} is not kebab-case.`);
        if (name === "index") report("No barrels: import from the file that declares the thing.");
        if (/^(utils?|helpers?|misc|common)$/.test(name))
          report(`"${name}" says nothing: name the file by its subject.`);
      },
    };
  },
};

export const house = { rules: { zones: zonesRule, "file-name": fileNameRule } };
