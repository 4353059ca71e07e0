import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";

const many = 100_000;

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
const projectId = randomUUID();
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  person = await createUser(pool);
  await pool.query("insert into public.clients (id, name) values ($1, 'Acme')", [projectId]);
  await pool.query("insert into public.projects (id, client_id, name) values ($1, $1, 'Main')", [projectId]);
  await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
    projectId,
    person,
  ]);
  await pool.query("alter table public.leads disable trigger user");
  await pool.query(
    `insert into public.leads (project_id, name, email, phone, last_activity_at)
     select $1, 'Lead ' || n, 'Lead' || n || '@example.com', '+972 50-' || 1000000 + n,
       timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, $2) n`,
    [projectId, many],
  );
  await pool.query("alter table public.leads enable trigger user");
  await pool.query("analyze");
}, 120_000);
afterAll(() => database.drop());

/** More often than PostgreSQL plans a function's statements anew: from the sixth call on it may keep one plan for all. */
const calls = 8;

/** Whom the database finds, and what each of several calls reads of the leads at most. */
async function found(email: string | null, phone: string | null) {
  const client = await pool.connect();
  const counters = async () => {
    const { rows } = await client.query<{ whole: number; rows: number }>(
      `select seq_scan::int as whole, (idx_tup_fetch + seq_tup_read)::int as rows
       from pg_stat_xact_user_tables where relid = 'public.leads'::regclass`,
    );
    return rows[0] ?? { whole: 0, rows: 0 };
  };
  await client.query("begin");
  try {
    const most = { whole: 0, rows: 0 };
    let name: string | undefined;
    for (let call = 0; call < calls; call += 1) {
      const before = await counters();
      const sql =
        "select (select name from public.leads where id = private.lead_of_person($1, $2, $3)) as name";
      ({ name } = (await client.query<{ name: string }>(sql, [person, email, phone])).rows[0] ?? { name });
      const after = await counters();
      most.whole = Math.max(most.whole, after.whole - before.whole);
      most.rows = Math.max(most.rows, after.rows - before.rows);
    }
    return { name, ...most };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

it.each([
  ["an address, however it is written", "LEAD70000@example.com", null, "Lead 70000"],
  ["a number, however it is written", null, "(050) 105 0000", "Lead 50000"],
  ["both, of which the address counts", "lead3@example.com", "0501050000", "Lead 3"],
  ["an address of nobody's and a number of somebody's", "nobody@example.com", "0501050000", "Lead 50000"],
  ["nothing that anybody has", "nobody@example.com", "0509999999", null],
  ["a number with too few figures", null, "1050000", null],
])("of 100,000 leads the one of %s is found by an index", async (_, email, phone, name) => {
  const { whole, rows, name: who } = await found(email, phone);
  expect([who, whole]).toEqual([name, 0]);
  expect(rows).toBeLessThanOrEqual(5);
});

it.each([
  ["leads_project_email_idx", "lower(l.email) = lower('lead70000@example.com')"],
  ["leads_project_phone_idx", String.raw`right(regexp_replace(l.phone, '\D', '', 'g'), 9) = '501050000'`],
])("PostgreSQL chooses %s for it", async (index, condition) => {
  const { rows } = await pool.query<{ "QUERY PLAN": string }>(
    `explain select l.id from private.tenant_members m join private.lead_facts l on l.project_id = m.project_id and ${condition}
     where m.user_id = '${person}' and m.role <> 'viewer'`,
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain(index);
});
