import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { Json, JsonObject } from "@/lib/settings/json";
import { insertRow } from "./older-documents";
import { oldNotifications, someLead, type Told } from "./old-notifications";
import { createOvenai } from "./ovenai/database";
import { everything, lostValues, majorsOfThisRun, remember, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

const columns = `title, message, type, category, priority, action_url, read, read_at is not null as has_time, lead_id, params`;

describe.each(majorsOfThisRun)("on PostgreSQL %s, an old notification", (major) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench(major);
  });
  afterAll(() => bench.close());

  describe("of an existing OvenAI", () => {
    let database: TestDatabase;
    const stored = new Map<Told, Json>();
    beforeAll(async () => {
      ({ database } = await createOvenai(bench));
      const user_id = await createUser(database.pool);
      for (const [n, told] of oldNotifications.entries())
        await insertRow(database.pool, "notifications", {
          user_id,
          title: String(n),
          message: "m",
          type: "info",
          read: false,
          created_at: "2026-02-01T08:00:00Z",
          updated_at: "2026-02-01T09:00:00Z",
          ...told.row,
        });
      await remember(database, ["notifications"]);
      await install(database);
      const { rows } = await database.pool.query(
        `select ${columns} from public.notifications where user_id = $1 and title ~ '^\\d+$'`,
        [user_id],
      );
      for (const [n, told] of oldNotifications.entries())
        stored.set(told, rows.find(({ title }) => title === String(n)) ?? null);
    });

    it.each(
      oldNotifications.map((told) => [JSON.stringify(told.row), JSON.stringify(told.becomes), told] as const),
    )("%s has %s", (_row, _becomes, told) => {
      expect(stored.get(told)).toMatchObject(told.becomes);
    });

    it("says what happened to which lead, and no phone, mail or text of anybody", async () => {
      const { rows } = await database.pool.query<{ key: string; all: string }>(
        `select e.key, string_agg(e.value::text, ' ') as all
         from public.notifications n, jsonb_each(n.metadata) e group by e.key order by e.key`,
      );
      expect(rows.map(({ key }) => key)).toEqual(
        expect.arrayContaining(["category", "event_type", "leadId", "lead_id", "priority", "timestamp"]),
      );
      expect(rows.filter(({ all }) => /050-|@|שלום|נועה|calendly\.test/.test(all))).toEqual([]);
    });

    it("loses no value, and a second run changes nothing", async () => {
      expect(await lostValues(database)).toEqual([]);
      const first = await everything(database);
      await install(database);
      expect(await everything(database)).toEqual(first);
    });
  });

  describe("of a narrower table, beside tables of our own", () => {
    let database: TestDatabase;
    let rows: JsonObject[];
    const lead = "0b8a6f0e-3f5e-4c58-9a31-6a0b6c1f0a01";
    beforeAll(async () => {
      database = await bench.create({ migrations: false, defaults: "open" });
      await database.pool.query(`
        create table public.clients (id uuid primary key, name text);
        create table public.projects (id uuid primary key, name text, client_id uuid);
        create table public.leads (id uuid primary key, name text, project_id uuid);
        insert into public.clients values ('${someLead}', 'Acme');
        insert into public.projects values ('${someLead}', 'Spring', '${someLead}');
        insert into public.leads values ('${lead}', 'Dana', '${someLead}');
        create table public.notifications (id uuid primary key default gen_random_uuid(), user_id uuid, title text,
          body text, link text, is_read boolean, type text, metadata jsonb, created_at timestamptz default now());
      `);
      const user_id = await createUser(database.pool);
      const told: JsonObject[] = [
        { title: "1", body: "text", link: "/leads", is_read: true, type: "lead", metadata: { leadId: lead } },
        { title: "2", body: "of nobody", link: `/leads?highlight=${someLead}`, is_read: false },
        { title: "3", body: "by link", link: `/leads?highlight=${lead}`, metadata: { lead_id: someLead } },
      ];
      for (const row of told) await insertRow(database.pool, "notifications", { user_id, ...row });
      await install(database);
      rows = (await database.pool.query(`select ${columns} from public.notifications order by title`)).rows;
    });

    it("says its body, leads to its link, is read where it was, and names a lead where that is there", () => {
      expect(rows).toMatchObject([
        {
          title: "1",
          message: "text",
          action_url: "/leads",
          read: true,
          has_time: true,
          lead_id: lead,
          // A type that ours lacks.
          type: "info",
          params: { type: "lead" },
        },
        {
          title: "2",
          message: "of nobody",
          action_url: `/leads/${someLead}`,
          read: false,
          has_time: false,
          lead_id: null,
        },
        { title: "3", message: "by link", action_url: `/leads/${lead}`, read: false, lead_id: lead },
      ]);
    });
  });
});
