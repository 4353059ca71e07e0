import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isUpwards, needsRoom, roomOf } from "./rooms.mjs";

/** The project's own ESLint rules: zones between folders, names of files. Small enough to read in one go. */
const root = fileURLToPath(new URL("../..", import.meta.url));

const pathFromRoot = (absolute) => relative(root, absolute).split(sep).join("/");

const bare = (path) => path.replace(/\.(d\.)?(tsx?|mjs|js|json)$/, "");

/** "@/lib/x", "../lib/x.ts" and "next/link" as what zones.mjs speaks of: "lib/x", "lib/x", "npm:next". */
export function importTarget(source, importingFile) {
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

/** Calls `check` with the path of whatever a file imports, in every way there is to import. */
function onImports(check) {
  const checkPath = (node) => typeof node?.value === "string" && check(node, node.value);
  return {
    ImportDeclaration: (node) => checkPath(node.source),
    ExportNamedDeclaration: (node) => checkPath(node.source),
    ExportAllDeclaration: (node) => checkPath(node.source),
    ImportExpression: (node) => checkPath(node.source),
    TSImportType: (node) => checkPath(node.source ?? node.argument?.literal),
    "CallExpression[callee.name='require']": (node) => checkPath(node.arguments[0]),
    "CallExpression[callee.object.name='vi'][callee.property.name='mock']": (node) =>
      checkPath(node.arguments[0]),
  };
}

const zonesRule = {
  meta: { type: "problem", schema: [{ type: "array" }] },
  create(context) {
    const file = pathFromRoot(context.filename);
    return onImports((node, source) => {
      const target = importTarget(source, context.filename);
      const zone = context.options[0].find((candidate) => forbids(candidate, file, target));
      if (zone) context.report({ node, message: `${file} may not import "${source}": ${zone.why}.` });
    });
  },
};

const isTestFile = (file) => /\.test(-support)?\.tsx?$/.test(file);

/** Imports go down: from a room to those before it in rooms.mjs. A test may import what its file may not. */
const roomsRule = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const file = pathFromRoot(context.filename);
    if (!needsRoom(file) || isTestFile(file)) return {};
    const room = roomOf(bare(file));
    if (!room) {
      const message = `${file} is in no room: give its folder a place in scripts/lint/rooms.mjs.`;
      return { Program: (node) => context.report({ node, message }) };
    }
    return onImports((node, source) => {
      const imported = roomOf(importTarget(source, context.filename));
      if (imported && isUpwards(room, imported))
        context.report({
          node,
          message: `${file} may not import "${source}": ${room} is below ${imported}.`,
        });
    });
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

export const house = { rules: { zones: zonesRule, rooms: roomsRule, "file-name": fileNameRule } };
