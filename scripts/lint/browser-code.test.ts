import { readdirSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { beforeAll, expect, it } from "vitest";
import { importTarget } from "./rules.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const files = ["app", "components", "lib"].flatMap((top) =>
  readdirSync(`${root}${top}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${top}/${file.split(sep).join("/")}`)
    .filter((file) => /(?<!\.d|\.test|\.test-support)\.tsx?$/.test(file) && !file.startsWith("lib/testing/")),
);
const bare = (file: string) => file.replace(/\.tsx?$/, "");
const sources = new Map(
  files.map((file) => [bare(file), { file, text: readFileSync(`${root}${file}`, "utf8") }]),
);
const says = (directive: string, text: string) => text.trimStart().startsWith(`"${directive}"`);

/** What a file imports when it runs: types alone, and what is only used as a type, are gone by then. */
function importsOf(name: string): string[] {
  const source = sources.get(name);
  // Of an action a browser has the name.
  if (!source || says("use server", source.text)) return [];
  const { outputText } = transpileModule(source.text, {
    fileName: source.file,
    compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ESNext, jsx: 1 },
  });
  const found = outputText.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g);
  return [...found].map(([, imported = ""]) => importTarget(imported, `${root}${source.file}`));
}

const imports = new Map<string, string[]>();
// Every file is compiled, which takes seconds on a busy machine.
beforeAll(() => {
  for (const name of sources.keys()) imports.set(name, importsOf(name));
}, 300_000);

/** The ways by which code of a browser comes to what `isSought` tells, each from its first file. */
function waysTo(isSought: (name: string) => boolean): string[] {
  const starts = [...sources].filter(([, { text }]) => says("use client", text)).map(([name]) => [name]);
  const seen = new Set<string>();
  const ways: string[] = [];
  for (const way of starts) {
    const name = way.at(-1) ?? "";
    if (isSought(name)) ways.push(way.join(" > "));
    else if (!seen.has(name)) starts.push(...(imports.get(name) ?? []).map((next) => [...way, next]));
    seen.add(name);
  }
  return ways;
}

/** They make schemas for browsers, of pieces of zod's core. */
const makers = ["lib/schema", "components/ui/schema-resolver"];

it("no code of a browser comes to zod but by lib/schema.ts: one import brings all of zod into every page", () => {
  const isWhole = (name: string) => name === "npm:zod";
  expect(
    waysTo(isWhole).filter((way) => !makers.some((maker) => way.endsWith(`${maker} > npm:zod`))),
  ).toEqual([]);
});

it("no code of a browser comes to what is the server's alone", () => {
  expect(waysTo((name) => name === "npm:server-only")).toEqual([]);
});

it("the ways are found, through files that say of themselves nothing", () => {
  expect(waysTo((name) => name === "lib/vocabulary/heat")).not.toEqual([]);
});
