import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import type { TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import { readCatalogue, type Catalogue } from "./catalogue";
import {
  businessTables,
  fillBusiness,
  fillOlderTables,
  olderTables,
  type BusinessRows,
  type OlderRows,
} from "./older-database";
import { compare, install, lostValues, remember, startBench, type Bench } from "./setup-database";

const fiveTables = [
  "user_dashboard_settings",
  "user_notification_settings",
  "user_app_preferences",
  "user_session_state",
  "notifications",
];

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, after the setup script", (major) => {
  let bench: Bench;
  let wanted: Catalogue;
  let database: TestDatabase;
  let business: BusinessRows;
  let older: OlderRows;
  beforeAll(async () => {
    bench = await startBench(major);
    wanted = await readCatalogue((await bench.create()).pool);
    database = await bench.create({ migrations: false, defaults: "open" });
    await database.pool.query(businessTables);
    await database.pool.query(olderTables);
    business = await fillBusiness(database.pool);
    older = await fillOlderTables(database.pool, business);
    await remember(database, ["clients", "projects", "invoices", ...fiveTables]);
    await install(database);
  });
  afterAll(() => bench.close());

  const rowsOf = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;

  it("an older database has the catalogue of the migrations, and beside it only what is the business's own", async () => {
    const { missing, surplus } = compare(await readCatalogue(database.pool), wanted);
    expect(missing).toEqual([]);
    expect(
      surplus.filter(
        (line) => !/public\.(invoices|project_titles|shout)\b|public\.invoices_id_seq/.test(line),
      ),
    ).toEqual([
      "columns: public.clients.company text not null",
      "columns: public.clients.plan character varying(20) not null default 'free'::character varying",
      "columns: public.clients.seats integer not null",
      "columns: public.projects.customer uuid",
      "columns: public.projects.owner_id uuid",
      "columns: public.projects.settings jsonb",
      "columns: public.projects.title text",
      "constraints: public.clients clients_company_key: UNIQUE (company)",
      "constraints: public.projects projects_customer_fkey: FOREIGN KEY (customer) REFERENCES public.clients(id)",
      "indexes: CREATE INDEX projects_title_idx ON public.projects USING btree (title)",
      "indexes: CREATE UNIQUE INDEX clients_company_key ON public.clients USING btree (company)",
    ]);
  });

  it("no value of any table is lost: it is where it was, or in kept_by_setup", async () => {
    expect(await lostValues(database)).toEqual([]);
    const [{ n }] = await rowsOf("select count(*)::int as n from remembered.rows");
    expect(n).toBeGreaterThan(100);
  });

  it("clients and projects have names and every project a client, by what their own columns say", async () => {
    const [acme, globex] = business.clients;
    const [spring, nameless, long] = business.projects;
    const projects = await rowsOf("select id, name, client_id from public.projects");
    const clients = await rowsOf("select id, name from public.clients");
    const stray = clients.find(({ name }) => name === "Unassigned projects")?.id;
    expect(clients).toEqual(
      expect.arrayContaining([
        { id: acme, name: "Acme" },
        { id: globex, name: "Globex" },
      ]),
    );
    expect(clients).toHaveLength(3);
    expect(projects).toEqual(
      expect.arrayContaining([
        { id: spring, name: "SPRING", client_id: acme },
        { id: nameless, name: `Project ${nameless?.slice(0, 8)}`, client_id: stray },
        { id: long, name: "X".repeat(120), client_id: stray },
      ]),
    );
  });

  it("the owner of a project is in it and sees it; nobody else became a member", async () => {
    const members = await rowsOf("select project_id, user_id, role from public.project_members");
    expect(members).toEqual([{ project_id: business.projects[0], user_id: business.owner, role: "admin" }]);
    const seen = await actAs(database.pool, business.owner, "authenticated", (client) =>
      client.query("select public.get_bootstrap($1) as page", [business.projects[0]]),
    );
    expect(seen.rows[0]?.page.projects).toMatchObject([{ name: "SPRING", client_name: "Acme" }]);
  });

  it("the business's own triggers, references and views still work", async () => {
    const [changed] = await rowsOf(
      "update public.projects set title = 'autumn' where id = $1 returning title, name",
      [business.projects[0]],
    );
    expect(changed).toEqual({ title: "AUTUMN", name: "SPRING" });
    expect(await rowsOf("select * from public.project_titles")).toHaveLength(3);
    await expect(
      database.pool.query("delete from public.projects where id = $1", [business.projects[0]]),
    ).rejects.toThrow("invoices");
  });

  it("every person sees exactly the settings of before", async () => {
    expect(older.dashboards.length).toBeGreaterThan(80);
    const differing = await rowsOf(
      `select old.content from remembered.rows old
       left join remembered.rows old_general on old_general.of = old.of
         and old_general.content ->> 'user_id' = old.content ->> 'user_id'
         and old_general.content ->> 'project_id' is null and old.content ->> 'project_id' is not null
       left join public.user_dashboard_settings general
         on general.user_id::text = old.content ->> 'user_id' and general.project_id is null
       left join public.user_dashboard_settings particular
         on particular.user_id::text = old.content ->> 'user_id' and particular.project_id::text = old.content ->> 'project_id'
       where old.of = 'public.user_dashboard_settings' and old.content ->> 'user_id' = any ($1::text[])
         and private.resolve_settings('dashboard', array[old_general.content, old.content])
           is distinct from private.resolve_settings('dashboard', array[to_jsonb(general), to_jsonb(particular)])`,
      [older.dashboards],
    );
    expect(differing).toEqual([]);
  });

  it("a row holds only what differs from what it would inherit", async () => {
    const equal = await rowsOf(
      `select s.user_id, c.path, c.new_value from public.user_dashboard_settings s
       left join public.user_dashboard_settings general
         on general.user_id = s.user_id and general.project_id is null and s.project_id is not null
       cross join lateral unnest(private.leaf_changes('dashboard', null, to_jsonb(s))) c
       where c.node ? 'leaf' and c.new_value
         = private.resolve_settings('dashboard', array[to_jsonb(general)]) #> c.path`,
    );
    expect(equal).toEqual([]);
    expect(await rowsOf("select from public.settings_events")).toEqual([]);
  });

  it("of duplicates the newest counts, joined by what only an older one says", async () => {
    const [row] = await rowsOf(
      "select widget_visibility, dashboard_preferences, version from public.user_dashboard_settings where user_id = $1",
      [older.twice],
    );
    expect(row).toEqual({
      widget_visibility: { metrics: false, insights: false },
      dashboard_preferences: { defaultView: "compact" },
      version: 1,
    });
  });

  it("a window that was stored with fewer parts keeps the person's times, whole", async () => {
    const [row] = await rowsOf(
      "select email_notifications, notification_schedule from public.user_notification_settings where user_id = $1",
      [older.person],
    );
    const days = { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false };
    expect(row).toEqual({
      email_notifications: { leadUpdates: false, legacy: 1 },
      notification_schedule: { workingHours: { start: "08:00", end: "16:00", days } },
    });
  });

  it("JSON in text is read, and a token of an integration is where no browser reads it", async () => {
    const [row] = await rowsOf(
      "select id, interface_settings, integration_settings from public.user_app_preferences where user_id = $1",
      [older.person],
    );
    expect(row).toMatchObject({
      interface_settings: { theme: "dark" },
      integration_settings: { calendly: { enabled: true } },
    });
    expect(JSON.stringify(row)).not.toContain("s3cret");
    const kept = await rowsOf("select content::text as text from kept_by_setup.rows");
    expect(kept.filter(({ text }) => text.includes("s3cret"))).toHaveLength(1);
  });

  it("notifications keep their order, a type that was null is info, and no link leaves the app", async () => {
    const rows = await rowsOf(
      "select seq::int, title, type, category, priority, action_url, read, read_at is not null as has_time from public.notifications where user_id = $1 order by seq",
      [older.person],
    );
    const plain = { category: "leadUpdates", priority: "normal", read: false, has_time: false };
    expect(rows).toEqual([
      { ...plain, seq: 1, title: "off-site", type: "info", action_url: null, read: true, has_time: true },
      {
        ...plain,
        seq: 2,
        title: "Deal",
        type: "success",
        category: "bantQualifications",
        priority: "high",
        action_url: "/leads/1",
      },
      { ...plain, seq: 3, title: "Deal", type: "error", action_url: null },
    ]);
  });

  it("people go on from there: a patch, a new notification, a device", async () => {
    await actAs(database.pool, older.person, "authenticated", async (client) => {
      const patched = await client.query(
        `select public.patch_app_preferences('{}', '{"interface_settings": {"theme": null}}', gen_random_uuid()) as it`,
      );
      expect(patched.rows[0]?.it).toMatchObject({ version: 2, conflicts: [] });
      const state = await client.query(
        `select public.patch_session_state('{"session_id": "device-0001"}', '{"current_context": {"path": "/x"}}') as it`,
      );
      expect(state.rows[0]?.it.state.current_context).toEqual({ path: "/x" });
    });
    const made = await actAs(database.pool, null, "service_role", (client) =>
      client.query("select public.create_notification($1, 'Hello') as it", [older.person]),
    );
    expect(made.rows[0]?.it.seq).toBe(4);
  });

  it("nobody reads another's rows, whatever policies were there", async () => {
    const stranger = await createUser(database.pool);
    const seen = await actAs(database.pool, stranger, "authenticated", async (client) => {
      const counts: number[] = [];
      for (const table of ["clients", "projects", ...fiveTables])
        counts.push((await client.query(`select from public.${table}`)).rowCount ?? -1);
      return counts;
    });
    expect(seen).toEqual([0, 0, 0, 0, 0, 0, 0]);
    for (const role of ["anon", "authenticated", "service_role"] as const)
      await expect(
        actAs(database.pool, stranger, role, (client) => client.query("select from kept_by_setup.rows")),
      ).rejects.toThrow("permission denied");
  });

  it("what was removed can be made again: every kept definition is a statement", async () => {
    const kept = await rowsOf("select relation, what, definition from kept_by_setup.definitions");
    const whats = ["constraint", "function", "grant", "index", "policy", "publication", "trigger"];
    expect([...new Set(kept.map(({ what }) => what))].sort()).toEqual(whats);
    const client = await database.pool.connect();
    try {
      await client.query("begin");
      await client.query("create schema old");
      // Policies say again what they said; the others need the old columns, and are only parsed.
      for (const { what, definition } of kept)
        if (what === "policy" || what === "grant")
          await client.query(
            definition.replace(
              /public\.create_notification\(uuid,text\)/,
              "public.cleanup_expired_sessions()",
            ),
          );
        else expect(definition).toMatch(/^(create|alter)/i);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("a second run changes nothing", async () => {
    const before = await rowsOf("select count(*)::int as n from kept_by_setup.rows");
    const rows = async () =>
      Promise.all(
        fiveTables.map((table) => rowsOf(`select to_jsonb(t)::text from public.${table} t order by 1`)),
      );
    const first = await rows();
    await install(database);
    expect(await rows()).toEqual(first);
    expect(await rowsOf("select count(*)::int as n from kept_by_setup.rows")).toEqual(before);
  });

  it("an account that is deleted takes what was kept of it along", async () => {
    await database.pool.query("delete from auth.users where id = $1", [older.twice]);
    expect(
      await rowsOf("select from kept_by_setup.rows where content::text like $1", [`%${older.twice}%`]),
    ).toEqual([]);
  });
});
