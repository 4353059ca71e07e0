import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plannedMigration } from "./migration";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "migrations-"));
  folder = join(root, "migrations");
  mkdirSync(folder);
  writeFileSync(join(folder, "20260101000300_generated.sql"), "old");
  writeFileSync(join(folder, "20260101000900_later.sql"), "");
});
afterEach(() => rmSync(root, { recursive: true }));

const release = (version: string) => writeFileSync(join(root, "released"), `${version}\n`);
const planned = (sql: string) => plannedMigration(folder, sql);

describe("what is generated goes", () => {
  it("into the one generated file while nothing is released", () => {
    expect(planned("new")).toEqual({ file: join(folder, "20260101000300_generated.sql"), text: "new" });
  });

  it("into a new file after all others once a release holds the one there is", () => {
    release("20260101000900");
    const next = { file: join(folder, "20260101001000_generated.sql"), text: "new" };
    expect(planned("new")).toEqual(next);
    // … which is again the one file, until the next release.
    writeFileSync(next.file, "new");
    expect(planned("newer")).toEqual({ ...next, text: "newer" });
    release("20260101001000");
    expect(planned("newest")?.file).toBe(join(folder, "20260101001100_generated.sql"));
  });

  it("nowhere where nothing changed, released or not, and planning alone writes nothing", () => {
    expect(planned("old")).toBeNull();
    release("20260101000900");
    expect(planned("old")).toBeNull();
    planned("new");
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readFileSync(join(folder, "20260101000300_generated.sql"), "utf8")).toBe("old");
  });

  it("nowhere where the mark of the release names no migration", () => {
    release("2026");
    expect(() => planned("new")).toThrow("supabase/released");
  });
});
