import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/local/migrate";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { createUser } from "@/local/test-people";
import catalogue from "./catalogue.json";
import { readCatalogue, type Catalogue } from "./catalogue";
import { compare, everything, readCode, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";
import { verificationAnswers, verified } from "./setup-verification";

const same = { missing: [], surplus: [] };

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, the setup script", (major) => {
  let bench: Bench;
  let wanted: Catalogue;
  let wantedCode: string[];
  beforeAll(async () => {
    bench = await startBench(major);
    const migrated = await bench.create();
    wanted = await readCatalogue(migrated.pool);
    wantedCode = await readCode(migrated);
  });
  afterAll(() => bench.close());

  it("and the migrations make the committed catalogue: 15 and 17 are the same", () => {
    expect(compare(wanted, catalogue)).toEqual(same);
  });

  it.each(["closed", "open"] as const)(
    "makes of an empty database with %s default privileges what the migrations make, and leaves nothing else",
    async (defaults) => {
      const database = await bench.create({ migrations: false, defaults });
      await install(database);
      expect(compare(await readCatalogue(database.pool), wanted)).toEqual(same);
      expect(await readCode(database)).toEqual(wantedCode);
      const schemas = await database.pool.query(
        "select nspname from pg_namespace where nspname ~ 'setup|ovenai'",
      );
      expect(schemas.rows).toEqual([]);
    },
  );

  it("may be pasted twice, and the design's two verification queries answer", async () => {
    const database = await bench.create({ migrations: false });
    await install(database);
    const first = await everything(database);
    const reported = await install(database);
    expect(await everything(database)).toEqual(first);
    expect(reported.map((line) => line.table)).toEqual(["all tables"]);
    expect(await verificationAnswers(database)).toEqual(verified);
  });

  it("and `supabase db push` may follow each other, in both orders", async () => {
    const scriptFirst = await bench.create({ migrations: false });
    await install(scriptFirst);
    expect(await migrate(scriptFirst.url)).toBeGreaterThan(0);
    expect(compare(await readCatalogue(scriptFirst.pool), wanted)).toEqual(same);

    const pushFirst = await bench.create();
    const person = await createUser(pushFirst.pool);
    // A value that a person pinned though it equals the default is theirs: only older copies are tidied.
    await pushFirst.pool.query(
      `insert into public.user_dashboard_settings (user_id, widget_visibility) values ($1, '{"metrics": true}')`,
      [person],
    );
    const before = await everything(pushFirst);
    await install(pushFirst);
    expect(await everything(pushFirst)).toEqual(before);
  });

  it("takes a database on from an earlier migration, with its rows and their record", async () => {
    const database = await bench.create({ migrations: false });
    const folder = fileURLToPath(new URL("../migrations/", import.meta.url));
    const isLater = (file: string) => /_(settings_history|bootstrap|dashboard_panels)\.sql$/.test(file);
    for (const file of (await readdir(folder)).sort().filter((name) => !isLater(name)))
      await database.pool.query(await readFile(folder + file, "utf8"));
    expect((await readCatalogue(database.pool)).functions.length).toBeLessThan(wanted.functions.length);
    const person = await createUser(database.pool);
    const own = `{"metrics": true, "insights": false}`;
    await database.pool.query(
      "insert into public.user_dashboard_settings (user_id, widget_visibility) values ($1, $2)",
      [person, own],
    );
    await database.pool.query(
      "insert into public.notifications (user_id, title, category) values ($1, 'T', 'digest')",
      [person],
    );
    const tables = ["user_dashboard_settings", "notifications", "settings_events"];
    const read = () =>
      Promise.all(
        tables.map(
          async (table) => (await database.pool.query(`select * from public.${table} order by id`)).rows,
        ),
      );
    const before = await read();
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 2]);
    await install(database);
    expect(await read()).toEqual(before);
    expect(compare(await readCatalogue(database.pool), wanted)).toEqual(same);
  });

  it("takes a database on from a push that stopped after its first tables: they are ours", async () => {
    const database = await bench.create({ migrations: false });
    const folder = fileURLToPath(new URL("../migrations/", import.meta.url));
    for (const file of (await readdir(folder)).sort().filter((name) => name < "20261129000201"))
      await database.pool.query(await readFile(folder + file, "utf8"));
    await install(database);
    expect(compare(await readCatalogue(database.pool), wanted)).toEqual(same);
  });

  it("leaves a column that somebody added to clients of ours, and mends what was taken from them", async () => {
    const database = await bench.create();
    await database.pool.query(`
      alter table public.clients add column plan text default 'free';
      create index clients_plan_idx on public.clients (plan);
      alter table public.clients drop column updated_at;
      insert into public.clients (name) values ('Acme');`);
    await install(database);
    const { missing, surplus } = compare(await readCatalogue(database.pool), wanted);
    expect(missing).toEqual([]);
    expect(surplus).toEqual([
      "columns: public.clients.plan text default 'free'::text",
      "indexes: CREATE INDEX clients_plan_idx ON public.clients USING btree (plan)",
    ]);
  });

  it("that fails in the middle leaves everything as it was", async () => {
    const database = await bench.create({ migrations: false, defaults: "open" });
    await database.pool.query(`
      create table public.clients (id uuid primary key, company text);
      create table public.notifications (id uuid primary key, user_id uuid, title text, updated_at timestamptz);
      create policy "for all" on public.notifications for all using (true);
      insert into public.clients values (gen_random_uuid(), 'Acme');
      insert into public.notifications values (gen_random_uuid(), null, 'Nobody''s', now());
      create view public.latest as select max(updated_at) from public.notifications;
    `);
    const before = await everything(database);
    // Far into it: the migrations have run, rows have moved; the column cannot go while a view reads it.
    await expect(install(database)).rejects.toThrow(
      "cannot drop column updated_at of table public.notifications because other objects depend on it",
    );
    expect(await everything(database)).toEqual(before);
  });

  it.each([
    ["a view", "create view public.user_app_preferences as select 1 as id", "no ordinary table"],
    ["a table of another role", "create table public.projects (id uuid)", "belongs to another role"],
    [
      "clients whose ids are no uuid",
      "create table public.clients (id text primary key)",
      "clients.id is text",
    ],
    [
      "members of a project without a person",
      "create table public.project_members (project_id uuid, who text)",
      "project_members.user_id is not there",
    ],
    [
      "leads that name no project",
      "create table public.leads (id uuid primary key, project_id bigint)",
      "leads.project_id is bigint",
    ],
  ])("refuses %s under one of its names, says so, and changes nothing", async (what, sql, problem) => {
    const database = await bench.create({ migrations: false });
    const client = new pg.Client(what.includes("another role") ? database.adminUrl : database.url);
    await client.connect();
    await client.query(sql);
    await client.end();
    const before = await readCatalogue(database.pool);
    await expect(install(database)).rejects.toThrow(problem);
    expect(await readCatalogue(database.pool)).toEqual(before);
  });
});
