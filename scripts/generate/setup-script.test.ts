import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SETUP_SCRIPT, setupScript } from "./setup-script";

const parts = "scripts/generate/setup";
const script = setupScript("supabase/migrations", parts);

describe("the setup script", () => {
  it("is in step with the migrations: after a change run `npm run generate`", () => {
    expect(readFileSync(SETUP_SCRIPT, "utf8")).toBe(script);
  });

  it("is one transaction: it begins once, commits once, at the end, and nothing comes after", () => {
    const outside = script.replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, "");
    expect(outside.match(/^(begin|commit|rollback|savepoint\b.*);$/gm)).toEqual(["begin;", "commit;"]);
    expect(script.trimEnd().endsWith("\ncommit;")).toBe(true);
    expect(outside.indexOf("begin;")).toBeLessThan(outside.search(/^(create|insert|select|set|alter)\b/m));
  });

  it("says in its header which tables it makes", () => {
    const header = script.slice(0, script.indexOf("\nbegin;"));
    for (const table of ["clients", "user_dashboard_settings", "user_session_state", "notifications"])
      expect(header).toContain(`\n--   ${table}\n`);
    expect(header).not.toContain("@");
  });

  it("carries the design's two verification queries", () => {
    expect(script).toMatch(/select table_name from information_schema\.tables .*table_name like 'user_%';/);
    expect(script).toMatch(
      /select schemaname, tablename, policyname from pg_policies .*tablename like 'user_%';/,
    );
  });

  it("fits into the SQL editor, which refuses a request over a megabyte (supabase/supabase#29173)", () => {
    expect(Buffer.byteLength(JSON.stringify({ query: script }))).toBeLessThan(900_000);
  });
});

describe("a migration that comes later", () => {
  const folder = mkdtempSync(join(tmpdir(), "setup-script-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is in the script word for word, and its objects are known by name", () => {
    const sql =
      "create table if not exists public.badges (id uuid);\ncreate view private.shown as select 1 as one;\n";
    writeFileSync(join(folder, "20300101000000_badges.sql"), sql);
    const later = setupScript(folder, parts);
    expect(later).toContain(`'20300101000000_badges.sql', 'all', $migration$\n${sql}$migration$`);
    expect(later).toMatch(/\('table', 'public', 'badges', 'all', \d+\)/);
    expect(later).toMatch(/\('view', 'private', 'shown', 'all', \d+\)/);
  });

  it("cannot break out of its quotes", () => {
    writeFileSync(join(folder, "20300101000000_badges.sql"), "select $migration$;");
    expect(() => setupScript(folder, parts)).toThrow("$migration$");
  });
});
