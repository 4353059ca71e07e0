import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { becomeCaller, createUser } from "@/local/test-people";
import { settingsSections } from "@/lib/settings/registry";
import { committedAs, eventsOf, patchSettings, settingsTables, untilSomebodyWaits } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

/** The dashboard has tests of its own; these have one row a person. */
const sections = [
  {
    section: "notifications" as const,
    one: { email_notifications: { leadUpdates: false } },
    other: { notification_schedule: { timezone: "Asia/Jerusalem" } },
    path: "email_notifications.leadUpdates",
    value: false,
    column: "email_notifications",
    wrong: '{"leadUpdates": "yes"}',
  },
  {
    section: "preferences" as const,
    one: { interface_settings: { theme: "dark" } },
    other: { integration_settings: { whatsapp: { templates: { firstContact: "hello" } } } },
    path: "interface_settings.theme",
    value: "dark",
    column: "interface_settings",
    wrong: '{"theme": "pink"}',
  },
];

describe.each(sections)("$section", ({ section, one, other, path, value, column, wrong }) => {
  const table = settingsTables[section];
  const patch = (call: object) => patchSettings(pool, person, { section, patch: {}, ...call });

  it("store only what a patch names, in one row a person, and count versions from 1", async () => {
    await patch({ patch: one });
    const { version, overrides, conflicts } = await patch({ patch: other });
    const columns = settingsSections.find(({ name }) => name === section)?.columns ?? {};
    const empty = Object.fromEntries(Object.keys(columns).map((name) => [name, {}]));
    expect({ version, overrides, conflicts }).toEqual({
      version: 2,
      overrides: { ...empty, ...one, ...other },
      conflicts: [],
    });
    const { rowCount } = await pool.query(`select from ${table} where user_id = $1`, [person]);
    expect(rowCount).toBe(1);
  });

  it("are recorded under their section, with the operation and its source", async () => {
    const opId = randomUUID();
    await patch({ patch: one, opId, source: "undo" });
    expect(await eventsOf(pool, person)).toEqual([
      {
        path,
        before: null,
        after: value,
        source: "undo",
        op_id: opId,
        device: null,
        actor: person,
        version: 1,
      },
    ]);
    const { rows } = await pool.query("select section from public.settings_events where owner = $1", [
      person,
    ]);
    expect(rows).toEqual([{ section }]);
  });

  it("answer a repeated operation as the first time, and refuse its id for another section", async () => {
    const opId = randomUUID();
    const first = await patch({ patch: one, opId });
    await patch({ patch: other });
    expect(await patch({ patch: one, opId })).toEqual(first);
    const reused = patchSettings(pool, person, { patch: {}, opId });
    await expect(reused).rejects.toMatchObject({ code: "PT422" });
  });

  it("leave a path alone that another device changed, and apply the others", async () => {
    await patch({ patch: one });
    const { conflicts, overrides } = await patch({
      patch: { ...other, ...Object.fromEntries([nulled(path)]) },
      base: { [path]: "what the person saw" },
    });
    expect(conflicts).toEqual([{ path, base: "what the person saw", mine: null, theirs: value }]);
    expect(overrides).toMatchObject({ ...one, ...other });
  });

  it("lose none of eight first writes at the same moment", async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => patch({ patch: index % 2 ? one : other })));
    expect(await patch({})).toMatchObject({ version: 2, overrides: { ...one, ...other } });
  });

  it("lose nothing where a direct write makes the row at the same moment", async () => {
    const writer = await pool.connect();
    await writer.query("begin");
    await becomeCaller(writer, person, "authenticated");
    await writer.query(`insert into ${table} (${column}) values ($1)`, [Object.values(one)[0]]);
    const patched = patch({ patch: other });
    await untilSomebodyWaits(pool);
    await writer.query("commit");
    writer.release();
    expect(await patched).toMatchObject({ version: 2, overrides: { ...one, ...other } });
  });

  it.each(['{"project_id": null}', "[]", "null"])("have no scope %s", async (scope) => {
    const name = section === "notifications" ? "patch_notification_settings" : "patch_app_preferences";
    const attempt = committedAs(pool, person, (client) =>
      client.query(`select public.${name}($1, '{}', gen_random_uuid())`, [scope]),
    );
    await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: "scope" });
  });

  it("are checked, versioned and recorded in a direct write too", async () => {
    const write = (json: string) =>
      committedAs(pool, person, (client) =>
        client.query(
          `insert into ${table} (${column}) values ($1)
           on conflict (user_id) do update set ${column} = excluded.${column} returning version`,
          [json],
        ),
      );
    await expect(write(wrong)).rejects.toMatchObject({ code: "PT400", detail: path });
    expect((await write("{}")).rows).toEqual([{ version: 0 }]);
    expect((await write(JSON.stringify(Object.values(one)[0]))).rows).toEqual([{ version: 1 }]);
    expect(await eventsOf(pool, person)).toMatchObject([{ path, after: value, source: "api" }]);
  });

  it("tell the person's other devices which section changed", async () => {
    await patch({ patch: one });
    const { rows } = await pool.query(
      "select payload from realtime.messages where topic = $1 and event = 'settings'",
      [`user:${person}`],
    );
    expect(rows.map(({ payload }) => payload)).toMatchObject([{ section, project_id: null, version: 1 }]);
  });
});

/** `a.b` as the patch that takes it back. */
function nulled(path: string): [string, { [key: string]: null }] {
  const [column = "", key = ""] = path.split(".");
  return [column, { [key]: null }];
}

describe("a key that would be ambiguous in a dotted path", () => {
  it("is refused in a direct write as well: the record is read back by path", async () => {
    const write = committedAs(pool, person, (client) =>
      client.query("insert into public.user_app_preferences (interface_settings) values ($1)", [
        { "a.b": 1 },
      ]),
    );
    await expect(write).rejects.toMatchObject({ code: "PT400", detail: "interface_settings.a.b" });
  });
});
