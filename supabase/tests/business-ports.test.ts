import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { root } from "@/scripts/root";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  const more = `insert into public.leads (project_id, name) select p.id, 'Lead'
    from public.projects p, generate_series(1, 500)`;
  await pool.query(more);
  await pool.query("analyze");
});
afterAll(() => database.drop());

const businessTables = [
  "clients",
  "client_members",
  "projects",
  "project_members",
  "leads",
  "lead_events",
  "meetings",
  "messages",
];

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|tsx|sql)$/.test(file) && !/\.test(-support)?\.tsx?$/.test(file))
    .map((file) => join(folder, file));

describe("the tables of the business", () => {
  it("are named by the migrations called business_* only", () => {
    const named = new RegExp(
      `public\\.(${businessTables.join("|")})\\b|from\\("(${businessTables.join("|")})"\\)`,
    );
    // The set-up script meets tables of other shapes and has to name them.
    const allowed = /_business_\w+\.sql$|^scripts\/generate\/setup\//;
    const naming = ["supabase/migrations", "scripts/generate", "lib", "app", "components"]
      .flatMap(filesUnder)
      .filter((file) => !allowed.test(file) && named.test(readFileSync(join(root, file), "utf8")));
    expect(naming).toEqual([]);
  });
});

/** A read of a port and the same read of its table. */
const reads: readonly [port: string, table: string, condition: string][] = [
  ["tenant_clients", "clients", "x.name = 'Acme'"],
  ["tenant_projects", "projects", "x.id = $1"],
  ["tenant_client_members", "client_members", "x.user_id = (select auth.uid())"],
  ["tenant_members", "project_members", "x.project_id = $1"],
  ["lead_facts", "leads", "x.project_id = $1 order by x.created_at desc limit 20"],
  ["lead_history", "lead_events", "x.project_id = $1 order by x.at desc, x.id desc limit 12"],
  ["lead_meetings", "meetings", "x.project_id = $1 and x.starts_at > now()"],
  ["lead_messages", "messages", "x.project_id = $1 and x.sent_at > now()"],
];

describe.each(reads)("private.%s", (port, table, condition) => {
  const planOf = (relation: string, columns: string) =>
    actAs(pool, world.people.member, "authenticated", async (client) => {
      const values = condition.includes("$1") ? [world.projectId] : [];
      const sql = `explain (costs off) select ${columns} from ${relation} x where ${condition}`;
      const { rows } = await client.query<{ "QUERY PLAN": string }>(sql, values);
      // The planner calls the table by the view's own alias.
      return rows.map((row) =>
        row["QUERY PLAN"].replace(/\b[a-z]\./g, "").replace(/ on (\w+) \w+$/, " on $1"),
      );
    });

  it("is read by the plan of its table, row-level security and all", async () => {
    const { rows } = await pool.query<{ columns: string }>(
      `select string_agg('x.' || attname, ', ' order by attnum) as columns
       from pg_catalog.pg_attribute a where attrelid = $1::regclass and attnum > 0 and attname in (
         select attname from pg_catalog.pg_attribute t where t.attrelid = $2::regclass)`,
      [`private.${port}`, `public.${table}`],
    );
    const columns = rows[0]?.columns ?? "";
    expect(await planOf(`private.${port}`, columns)).toEqual(await planOf(`public.${table}`, columns));
  });

  it("shows strangers nothing", async () => {
    const seen = await actAs(pool, world.people.stranger, "authenticated", async (client) =>
      client.query(`select from private.${port} x where ${condition.replace("$1", `'${world.projectId}'`)}`),
    );
    expect(seen.rows).toEqual([]);
  });
});
