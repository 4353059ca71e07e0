import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { roomOf, rooms } from "./rooms.mjs";
import { importTarget } from "./rules.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root });

async function lint(path: string, source: string) {
  const code = `import { thing } from "${source}";\nexport const made = thing;\n`;
  const [result] = await eslint.lintText(code, { filePath: `${root}${path}` });
  return (result?.messages ?? []).map(({ message }) => message);
}

// The first file loads every plugin, which takes seconds on a busy machine.
beforeAll(() => lint("lib/paths.ts", "zod"), 300_000);

const files = ["app", "components", "lib"].flatMap((top) =>
  readdirSync(`${root}${top}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${top}/${file.split(sep).join("/")}`)
    .filter((file) => /\.tsx?$/.test(file)),
);
const bare = (file: string) => file.replace(/(\.test(-support)?)?(\.d)?\.tsx?$/, "");
const known = new Set(files.map(bare));

describe("the rooms of the house", () => {
  it("hold every file of the product: a new folder gets a place in the order", () => {
    expect(files.filter((file) => !roomOf(bare(file))).map((file) => `${file} is in no room`)).toEqual([]);
  });

  it("are all there, and each once", () => {
    const held = new Set(files.map((file) => roomOf(bare(file))));
    expect(rooms.filter((room, index) => !held.has(room) || rooms.indexOf(room) !== index)).toEqual([]);
  });

  it.each([
    ["a room does not import from one above it", "components/settings/form.tsx", "@/components/shell/shell"],
    ["neither by a relative path", "components/settings/form.tsx", "../palette/palette"],
    ["nor from a folder within it that is above it", "components/dashboard/charts/bar.tsx", "../board"],
    ["words and results know no domain", "lib/vocabulary/heat.ts", "@/lib/leads/lead"],
    ["an address needs nothing of the platform", "lib/paths.ts", "@/lib/supabase/server"],
    ["what waits on a device knows no page", "lib/settings/outbox/runner.ts", "@/lib/settings/client/state"],
    ["settings know nothing that waits", "lib/settings/patch.ts", "./outbox/outbox"],
    ["no folder is outside the order", "components/strange/form.tsx", "@/lib/paths"],
  ])("%s", async (_guarantee, path, source) => {
    expect(await lint(path, source)).toContainEqual(expect.stringMatching(/is below|is in no room/));
  });

  it.each([
    ["a room imports from those below it", "components/shell/shell.tsx", "@/components/settings/notices"],
    ["a room imports its own", "components/shell/shell.tsx", "./rail"],
    ["a test imports what its file may not", "components/ui/field.test.tsx", "@/components/shell/shell"],
  ])("allowed: %s", async (_reason, path, source) => {
    expect(await lint(path, source)).toEqual([]);
  });
});

/** By file, the files of the product that it imports. Tests stand outside. */
const imports = new Map(
  files
    .filter((file) => !/\.test(-support)?\.|^lib\/testing\//.test(file))
    .map((file): [string, string[]] => {
      const sources = readFileSync(`${root}${file}`, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g);
      const targets = [...sources].map(([, source = ""]) => importTarget(source, `${root}${file}`));
      return [bare(file), targets.filter((target) => known.has(target))];
    }),
);

/** The same between what `nameOf` calls each file. */
function between(nameOf: (path: string) => string) {
  const graph = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    const others = targets.map(nameOf).filter((name) => name !== nameOf(file));
    graph.set(nameOf(file), new Set([...(graph.get(nameOf(file)) ?? []), ...others]));
  }
  return graph;
}

function reached(graph: ReturnType<typeof between>, from: string, seen = new Set<string>()): Set<string> {
  for (const next of graph.get(from) ?? []) if (!seen.has(next)) reached(graph, next, seen.add(next));
  return seen;
}

describe.each([
  // Each file in lib itself is a folder of its own.
  ["folders", (path: string) => (/^lib\/[^/]+$/.test(path) ? path : posix.dirname(path))],
  ["files", (path: string) => path],
])("the imports between %s", (_, nameOf) => {
  const graph = between(nameOf);

  it("form no circle, so that each can be read, tested and moved without what is above it", () => {
    expect([...graph.keys()].filter((name) => reached(graph, name).has(name))).toEqual([]);
  });

  it("are found at all", () => {
    expect(reached(graph, nameOf("components/shell/shell"))).toContain(nameOf("lib/vocabulary/heat"));
    expect(reached(graph, nameOf("lib/vocabulary/heat"))).toEqual(new Set());
  });
});
