import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./root";

const page = await readFile(join(root, "docs/connections-tests.md"), "utf8");
const rows = [...page.matchAll(/^\|[^|`]*\| `([^`]+)`: (.+?) *\|$/gm)].map(([, file = "", words = ""]) => ({
  file,
  words,
}));

describe("the page of what connections promise", () => {
  it("is read whole", () => {
    const lines = page.split("\n").filter((line) => line.startsWith("| ") && line.includes("`"));
    expect(rows.length).toBe(lines.length);
    expect(rows.length).toBeGreaterThan(30);
  });

  it.each(rows)("names a test of $file: $words", async ({ file, words }) => {
    const tests = [...(await readFile(join(root, file), "utf8")).matchAll(/"([^"\n]+)"/g)];
    expect(tests.some(([, name]) => name?.includes(words))).toBe(true);
  });
});
