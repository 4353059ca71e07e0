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
beforeAll(() => lint("lib/paths.ts", "zod"), 60_000);

const files = ["app", "components", "lib"].flatMap((top) =>
  readdirSync(`${root}${top}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${top}/${file.split(sep).join("/")}`)
    .filter((file) => /\.tsx?$/.test(file)),
);
const bare = (file: string) => file.replace(/(\.test(-support)?)?(\.d)?\.tsx?$/, "");

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

describe("the imports between folders", () => {
  /** Folders by what they import from; each file in lib itself is one. Tests stand outside. */
  const imports = new Map<string, Set<string>>();
  const folderOf = (path: string) => (/^lib\/[^/]+$/.test(path) ? path : posix.dirname(path));
  const known = new Set(files.map(bare));
  for (const file of files.filter((each) => !/\.test(-support)?\.|^lib\/testing\//.test(each))) {
    const folder = folderOf(bare(file));
    for (const [, source = ""] of readFileSync(`${root}${file}`, "utf8").matchAll(
      /(?:from|import\()\s*"([^"]+)"/g,
    )) {
      const target = importTarget(source, `${root}${file}`);
      if (!known.has(target) || folderOf(target) === folder) continue;
      imports.set(folder, (imports.get(folder) ?? new Set()).add(folderOf(target)));
    }
  }

  function reachedFrom(folder: string, seen = new Set<string>()): Set<string> {
    for (const next of imports.get(folder) ?? []) if (!seen.has(next)) reachedFrom(next, seen.add(next));
    return seen;
  }

  it("form no circle, so that each folder can be read, tested and moved without those above it", () => {
    const inCircle = [...imports.keys()].filter((folder) => reachedFrom(folder).has(folder));
    expect(inCircle).toEqual([]);
  });

  it("are found at all", () => {
    expect(reachedFrom("components/shell")).toContain("lib/vocabulary");
    expect(reachedFrom("lib/vocabulary")).toEqual(new Set());
  });
});
