import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { createTestDatabase, type TestDatabase } from "../local/test-database";
import { createUser } from "../local/test-people";
import { unpackEarlier } from "./earlier";

/** A project with a reader, in a database of its own. */
export type Ground = { database: TestDatabase; projectId: string; userId: string };

/**
 * A project of as many leads over the last year, with turns of heat, meetings and messages: the more leads, the more of
 * them in any month. Filled without triggers, which are not what is measured; works on the schema of the earlier commit, too.
 */
export async function fillProject(database: TestDatabase, leads: number): Promise<Ground> {
  const { pool } = database;
  const [projectId, userId] = [randomUUID(), await createUser(pool)];
  const run = (sql: string) => pool.query(sql.replaceAll("$project", `'${projectId}'`));
  await run("insert into public.clients (id, name) values ($project, 'Client')");
  await run("insert into public.projects (id, client_id, name) values ($project, $project, 'Project')");
  await run(
    `insert into public.project_members (project_id, user_id, role) values ($project, '${userId}', 'member')`,
  );
  for (const table of ["leads", "lead_events", "meetings", "messages"])
    await run(`alter table public.${table} disable trigger user`);
  await run(`
    insert into public.leads (project_id, name, channel, heat, status, bant_budget, bant_need, value, created_at,
      last_activity_at, qualified_at, won_at)
    select $project, 'Lead', (array['whatsapp', 'web', 'facebook', 'google', 'referral'])[1 + n % 5],
      (array['cold', 'cold', 'cold', 'warm', 'warm', 'hot', 'burning'])[1 + n % 7],
      (array['open', 'open', 'open', 'qualified', 'won', 'lost'])[1 + n % 6], n % 2 = 0, n % 3 = 0, n % 5000, at, at,
      case when n % 6 in (3, 4) then at + interval '1 day' end, case when n % 6 = 4 then at + interval '2 days' end
    from generate_series(1, ${leads}) n
    cross join lateral (select now() - interval '365 days' * n / ${leads} as at) x`);
  await run(`
    insert into public.lead_events (lead_id, project_id, kind, before, after, at)
    select l.id, l.project_id, 'heat', '"warm"', to_jsonb(l.heat), l.created_at + interval '1 hour' from public.leads l
    where l.heat <> 'warm'`);
  await run(`
    insert into public.meetings (lead_id, project_id, starts_at, ends_at)
    select l.id, l.project_id, l.created_at + interval '3 days', l.created_at + interval '73 hours' from public.leads l
    where l.status <> 'open'`);
  await run(`
    insert into public.messages (lead_id, project_id, direction, sent_at, reply_seconds)
    select l.id, l.project_id, d, l.created_at + interval '5 minutes', case d when 'out' then 300 end
    from public.leads l, unnest(array['in', 'out']) d`);
  for (const table of ["leads", "lead_events", "meetings", "messages"])
    await run(`alter table public.${table} enable trigger user`);
  return { database, projectId, userId };
}

/** Counts what was filled in, as the trigger would have; without statistics of its tables that takes long. */
export async function counted(ground: Ground): Promise<Ground> {
  await settle(ground);
  await ground.database.pool.query("select private.count_all_leads()");
  await settle(ground);
  return ground;
}

export const settle = ({ database }: Ground) => database.pool.query("vacuum (analyze)");

/** Runs `work` with a session of the project's member, as the API opens one. */
export async function withReader<T>(
  { database, userId }: Ground,
  work: (reader: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const reader = await database.pool.connect();
  try {
    const claims = JSON.stringify({ sub: userId, role: "authenticated" });
    await reader.query("select set_config('request.jwt.claims', $1, false)", [claims]);
    await reader.query("select set_config('request.jwt.claim.sub', $1, false)", [userId]);
    await reader.query("set role authenticated");
    return await work(reader);
  } finally {
    reader.release(true);
  }
}

/** A database with the migrations of the earlier commit. */
export async function earlierDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ migrations: false });
  const parent = await mkdtemp(join(tmpdir(), "earlier-"));
  try {
    const folder = join(parent, "sql");
    await unpackEarlier(folder, [":(exclude)app", ":(exclude)components", ":(exclude)lib", ":(exclude)docs"]);
    const migrations = join(folder, "supabase/migrations");
    for (const file of (await readdir(migrations)).sort())
      await database.pool.query(await readFile(join(migrations, file), "utf8"));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
  return database;
}
