import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";

let database: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const schedule = async () =>
  (await database.pool.query("select private.schedule_daily_jobs() as scheduled")).rows[0].scheduled;

/** pg_cron is not among the extensions here: its one function, with its promise that a name is scheduled once. */
const pgCron = `
  create schema cron;
  create table cron.job (jobname text primary key, schedule text, command text);
  create function cron.schedule(job_name text, schedule text, command text) returns bigint language sql security definer as $$
    insert into cron.job values (job_name, schedule, command)
    on conflict (jobname) do update set schedule = excluded.schedule, command = excluded.command returning 1::bigint
  $$;`;

describe("the daily jobs", () => {
  it("are not scheduled, and nothing fails, without pg_cron", async () => {
    expect(await schedule()).toBe(false);
  });

  it("are not scheduled, and nothing fails, where pg_cron is not this role's to use", async () => {
    await admin.query(pgCron);
    await admin.query("revoke all on schema cron from public");
    expect(await schedule()).toBe(false);
    await admin.query("grant usage on schema cron to postgres");
    await admin.query("revoke all on function cron.schedule(text, text, text) from public");
    expect(await schedule()).toBe(false);
  });

  it("are scheduled once, however often it is asked for, and their commands run", async () => {
    await admin.query("grant execute on function cron.schedule(text, text, text) to postgres");
    expect([await schedule(), await schedule()]).toEqual([true, true]);
    const { rows } = await admin.query<{ command: string }>("select command from cron.job order by jobname");
    expect(rows).toEqual([
      { command: "select public.cleanup_expired_sessions()" },
      { command: "select private.prune_notifications()" },
      { command: "select private.prune_operations()" },
    ]);
    for (const { command } of rows) await database.pool.query(command);
  });

  it("forget a fault of a trigger after thirty days, and no earlier", async () => {
    await database.pool.query(
      `insert into private.faults (at, about, code, message)
       select now() - age::interval, 'public.leads', 'P0001', age from unnest(array['29 days', '31 days']) age`,
    );
    await database.pool.query("select private.prune_operations()");
    const { rows } = await database.pool.query("select message from private.faults");
    expect(rows).toEqual([{ message: "29 days" }]);
  });
});
