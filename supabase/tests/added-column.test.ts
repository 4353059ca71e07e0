import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { copyOfDeclarations } from "@/scripts/generate/copy.test-support";
import { committedAs, patchSettings } from "./settings-client";

const copy = copyOfDeclarations();
const migrations = () => readdirSync(join(copy.root, "supabase/migrations")).sort();
const column = `added_settings: { sound: toggle(true, "addedSound") },`;

beforeAll(async () => {
  // One declaration in each of two sections, its words, and `npm run generate`.
  for (const section of ["preferences", "session"])
    copy.edit(`lib/settings/${section}.ts`, "  columns: {\n", (line) => `${line}    ${column}\n`);
  copy.addWords(() => ({
    settings: {
      groups: { added_settings: { title: "Added" } },
      fields: { addedSound: { title: "Sound", help: "Whether it can be heard." } },
    },
  }));
  await copy.run("scripts/generate.ts");
});
afterAll(copy.remove);

describe.each([
  ["an empty database", { migrations: false, files: /\.sql$/ }],
  ["a database that has run the former one", { migrations: true, files: /_generated\.sql$/ }],
])("a column that was added to a section, by the generated migration on %s,", (_, start) => {
  let database: TestDatabase;
  let person: string;
  beforeAll(async () => {
    database = await createTestDatabase({ migrations: start.migrations });
    for (const file of migrations().filter((name) => start.files.test(name)))
      await database.pool.query(copy.read(`supabase/migrations/${file}`));
    person = await createUser(database.pool);
  });
  afterAll(() => database.drop());

  const ask = (sql: string, values: unknown[] = []) =>
    committedAs(database.pool, person, async (client) => (await client.query(sql, values)).rows);
  const off = { added_settings: { sound: false } };

  it("is patched, read back, resolved and recorded like any other", async () => {
    const patched = await patchSettings(database.pool, person, { section: "preferences", patch: off });
    expect(patched).toMatchObject({ version: 1, overrides: { ...off, interface_settings: {} } });
    const [{ said }] = await ask("select public.get_settings() -> 'rows' -> 0 -> 'overrides' as said");
    expect(said).toEqual(patched.overrides);
    expect(await ask("select added_settings from public.effective_app_preferences")).toEqual([off]);
    expect(await ask("select path, after from public.settings_events")).toEqual([
      { path: "added_settings.sound", after: false },
    ]);
  });

  it("may be written by its owner", async () => {
    const written = ask("update public.user_app_preferences set added_settings = $1 returning version", [
      '{"sound": true}',
    ]);
    expect(await written).toEqual([{ version: 2 }]);
  });

  it.each([
    ["no object", []],
    ["more than 8 kB", Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, n]))],
  ])("never holds %s, whatever the triggers think", async (_, json) => {
    const client = await database.pool.connect();
    await client.query("begin; alter table public.user_app_preferences disable trigger user");
    const attempt = client.query("update public.user_app_preferences set added_settings = $1", [
      JSON.stringify(json),
    ]);
    await expect(attempt).rejects.toMatchObject({
      constraint: "user_app_preferences_added_settings_check",
    });
    await client.query("rollback");
    client.release();
  });

  it("is kept for a device and comes back with the page", async () => {
    const scope = JSON.stringify({ session_id: "device-0001" });
    const [{ kept }] = await ask("select public.patch_session_state($1, $2) -> 'state' as kept", [
      scope,
      JSON.stringify(off),
    ]);
    expect(kept).toEqual({ ...off, current_context: {}, ui_state: {} });
    // Once more: the row is there now.
    await ask("select public.patch_session_state($1, $2)", [
      scope,
      '{"added_settings": {"sound": true}, "ui_state": {"openPanels": {"debug": true}}}',
    ]);
    const [{ here }] = await ask(
      "select public.get_bootstrap(session_id => 'device-0001') #> '{session,here}' as here",
    );
    expect(here).toMatchObject({
      added_settings: { sound: true },
      ui_state: { openPanels: { debug: true } },
    });
  });
});
