import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { MajorVersion } from "@/local/postgres/binaries";
import type { JsonObject } from "@/lib/settings/json";
import { becomeCaller } from "@/local/test-people";
import { startBench, type Bench } from "../setup-database";
import { install } from "../setup-install";
import { createOvenai } from "./database";
import type { Ovenai } from "./fill";

type Table = "user_app_preferences" | "user_notification_settings" | "user_dashboard_settings";
type Section = "dashboard_settings" | "notification_settings" | "app_preferences";

/**
 * The old app after the set-up, as a member of a client who has no settings; each test in a transaction that is rolled
 * back. Registers the hooks of the surrounding block.
 */
export function useOldApp(major: MajorVersion) {
  /** A member of a client, so of its projects. */
  const person = () => ovenai.people.member;
  let bench: Bench;
  let pool: pg.Pool;
  let ovenai: Ovenai;
  let client: pg.PoolClient;
  beforeAll(async () => {
    bench = await startBench(major);
    const made = await createOvenai(bench);
    ({ ovenai } = made);
    pool = made.database.pool;
    await install(made.database);
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    client = await pool.connect();
    await client.query("begin");
    await client.query("delete from public.user_notification_settings where user_id = $1", [person()]);
    await client.query("delete from public.user_app_preferences where user_id = $1", [person()]);
    await client.query("delete from public.user_dashboard_settings where user_id = $1", [person()]);
    await becomeCaller(client, person(), "authenticated");
  });
  afterEach(async () => {
    await client.query("rollback");
    client.release();
  });

  const now = { client: () => client, person };
  return { ...now, ovenai: () => ovenai, ...saves(now), ...pages(now) };
}

type Now = Readonly<{ client: () => pg.ClientBase; person: () => string }>;

function saves({ client, person }: Now) {
  /** As the client library upserts: every column that is given is set, the person's among them. */
  const save = (table: Table, row: JsonObject, conflict = "user_id") => {
    const given = { user_id: person(), updated_at: "2026-01-01T00:00:00Z", ...row };
    const columns = Object.keys(given);
    return client().query(
      `insert into public.${table} (${columns.join(", ")})
       select ${columns.join(", ")} from jsonb_populate_record(null::public.${table}, $1)
       on conflict (${conflict}) do update set ${columns.map((c) => `${c} = excluded.${c}`).join(", ")}`,
      [JSON.stringify(given)],
    );
  };
  const saveApp = (row: JsonObject) => save("user_app_preferences", row);
  const saveChannels = (row: JsonObject) => save("user_notification_settings", row);
  const saveDashboard = (row: JsonObject) =>
    save("user_dashboard_settings", row, "user_id, client_id, project_id");
  return { saveApp, saveChannels, saveDashboard };
}

/** What our pages do, and what is stored. */
function pages({ client, person }: Now) {
  const one = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await client().query<T>(sql, values)).rows[0];
  /** A change on our pages. */
  const patch = (section: Section, what: JsonObject) =>
    client().query(
      `select public.patch_${section}(scope => $1, patch => $2, op_id => gen_random_uuid(), base => null, source => 'ui')`,
      [section === "dashboard_settings" ? { project_id: null } : {}, what],
    );
  /** What the person's row says in a column; `project` null: for all projects. */
  const stored = async (table: Table, column: string, project: string | null = null) =>
    (
      await one<{ it: unknown }>(
        `select to_jsonb(t) -> $1 as it from public.${table} t
         where user_id = $2 and to_jsonb(t) ->> 'project_id' is not distinct from $3::text`,
        [column, person(), project],
      )
    )?.it;
  const channel = (name: string) => stored("user_notification_settings", `${name}_notifications`);
  const appearance = () => stored("user_app_preferences", "interface_settings");
  /** What was kept aside of the person's saves; the rest of the test is the owner of the database. */
  const remainders = async () => {
    await client().query("reset role");
    const { rows } = await client().query(
      "select relation, attribute, content from private.older_remainders where user_id = $1 order by attribute",
      [person()],
    );
    return rows;
  };
  return { one, patch, stored, channel, appearance, remainders };
}
