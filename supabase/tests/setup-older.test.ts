import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { readCatalogue, type Catalogue } from "./catalogue";
import { installOnOlder, type OlderRows } from "./older-rows";
import {
  everything,
  linesOf,
  lostValues,
  majorsOfThisRun,
  readCode,
  startBench,
  type Bench,
  type Everything,
} from "./setup-database";
import { verificationAnswers, verified } from "./setup-verification";
import { addedToTheirs, becomesOurs, rowsOfTheirs, takenAway } from "./untouched";

describe.each(majorsOfThisRun)("on PostgreSQL %s, after the setup script", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let wanted: Catalogue;
  let wantedCode: string[];
  let before: Everything;
  let after: Everything;
  let older: OlderRows;
  beforeAll(async () => {
    bench = await startBench(major);
    const migrated = await bench.create();
    wanted = await readCatalogue(migrated.pool);
    wantedCode = await readCode(migrated);
    ({ database, older, before } = await installOnOlder(bench));
    after = await everything(database);
  });
  afterAll(() => bench.close());

  const rowsOf = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;

  it("the five tables have the catalogue of the migrations, but for keys to the business", () => {
    const ofFive = (catalogue: Catalogue) =>
      linesOf(catalogue).filter(
        (line) =>
          becomesOurs.test(line) && !/REFERENCES public\.(clients|projects|leads)\(|zz_ovenai/.test(line),
      );
    expect(ofFive(after.catalogue)).toEqual(ofFive(wanted));
  });

  it("the business is as it was, but for functions that only its older settings called", () => {
    const own = /\b(create_notification|update_updated_at_column)\(/;
    expect(takenAway(before, after).filter((line) => !own.test(line))).toEqual([]);
    expect(addedToTheirs(before, after).other).toEqual([]);
    const same = rowsOfTheirs(before, before).filter(({ name }) => !name.startsWith("auth."));
    expect(rowsOfTheirs(before, after)).toEqual(expect.arrayContaining(same));
  });

  it("functions and views are the migrations', word for word, but for those that read the business, and those that keep counts of leads that are ours", () => {
    const other = wantedCode.filter((line) => !after.code.includes(line));
    expect(other.map((line) => line.slice(0, -32)).sort()).toEqual([
      "private.business_is_ours(text)",
      "private.count_all_leads()",
      "private.count_changed_leads()",
      "private.count_leads(uuid[])",
      "private.count_leads_of_changed()",
      "private.count_leads_of_events()",
      "private.count_leads_of_messages()",
      "private.count_leads_of_touched()",
      "private.count_touched_leads()",
      "private.first_counted(uuid,text,timestamp with time zone,timestamp with time zone)",
      "private.forget_member(uuid)",
      "private.hand_over(uuid)",
      "private.lead_counts(uuid,text[],timestamp with time zone[])",
      "private.make_workspace(uuid,text,text)",
      "private.successions(uuid)",
      "private.tenant_client_members",
      "private.tenant_clients",
      "private.tenant_members",
      "private.tenant_projects",
      "private.writer_number()",
    ]);
  });

  it("the design's two verification queries answer", async () => {
    expect(await verificationAnswers(database)).toEqual(verified);
  });

  it("no value of any table is lost: it is where it was, or in kept_by_setup", async () => {
    expect(await lostValues(database)).toEqual([]);
    const [{ n }] = await rowsOf("select count(*)::int as n from remembered.rows");
    expect(n).toBeGreaterThan(100);
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
});
