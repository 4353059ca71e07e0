import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeMigration } from "./migration";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  writeFileSync(join(folder, "20260101000300_settings_defaults.sql"), "old");
  writeFileSync(join(folder, "20260101000900_later.sql"), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("writing a migration", () => {
  it("leaves the applied one alone and sorts after all others, whatever the clock says", () => {
    const written = writeMigration(folder, "new", { replace: false });
    expect(written && basename(written)).toBe("20260101001000_settings_defaults.sql");
    expect(readFileSync(join(folder, "20260101000300_settings_defaults.sql"), "utf8")).toBe("old");
  });

  it("rewrites the newest one where it was never applied", () => {
    writeMigration(folder, "new", { replace: true });
    expect(readFileSync(join(folder, "20260101000300_settings_defaults.sql"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("writes nothing where nothing changed", () => {
    expect(writeMigration(folder, "old", { replace: false })).toBeNull();
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
