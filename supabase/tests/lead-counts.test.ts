import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());
beforeEach(async () => void (await pool.query("delete from public.leads")));

/** What is kept of a project, by word; words that come to nothing are left out. */
async function kept(project = world.projectId, of: pg.Pool | pg.ClientBase = pool) {
  const { rows } = await of.query<{ what: string; n: string }>(
    "select what, sum(n) as n from private.lead_tallies where project_id = $1 and not whole_day group by what having sum(n) <> 0",
    [project],
  );
  return Object.fromEntries(rows.map(({ what, n }) => [what, Number(n)]));
}

/** What the rows of the business come to now, counted anew. */
async function anew(project = world.projectId) {
  const { rows } = await pool.query<{ what: string; n: string }>(
    `select c.what, sum(c.n) as n
     from private.counts_of(array(select m.mark from private.lead_marks m where m.project_id = $1)) c
     group by c.what having sum(c.n) <> 0`,
    [project],
  );
  return Object.fromEntries(rows.map(({ what, n }) => [what, Number(n)]));
}

const addLead = async (
  client: pg.Pool | pg.ClientBase = pool,
  project = world.projectId,
): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    "insert into public.leads (project_id, name) values ($1, 'Lead') returning id",
    [project],
  );
  return rows[0]?.id ?? "";
};
const addMeeting = (client: pg.Pool | pg.ClientBase, lead: string) =>
  client.query(
    "insert into public.meetings (project_id, lead_id, starts_at, ends_at) values ($1, $2, now(), now() + interval '1 hour')",
    [world.projectId, lead],
  );

async function together(work: (first: pg.PoolClient, second: pg.PoolClient) => Promise<void>): Promise<void> {
  const [first, second] = [await pool.connect(), await pool.connect()];
  try {
    for (const client of [first, second]) await client.query("begin");
    await work(first, second);
  } finally {
    for (const client of [first, second]) {
      await client.query("rollback");
      client.release();
    }
  }
}

describe("the kept counts", () => {
  it("are those of both who write at one time, and neither waits for the other", async () => {
    // Nobody is in it: a bell that rings for both takes turns by itself.
    const { rows } = await pool.query<{ id: string }>(
      "insert into public.projects (client_id, name) values ($1, 'Quiet') returning id",
      [world.clientId],
    );
    const quiet = rows[0]?.id ?? "";
    await together(async (first, second) => {
      await addLead(first, quiet);
      await second.query("set local lock_timeout = '1s'");
      await addLead(second, quiet);
      await addLead(second, quiet);
      await second.query("commit");
      expect(await kept(quiet)).toMatchObject({ came: 2 });
      await first.query("commit");
    });
    expect(await kept(quiet)).toMatchObject({ came: 3, "open:cold": 3 });
  });

  it("forget what was rolled back", async () => {
    await together(async (first) => {
      await addLead(first);
      await first.query("rollback");
    });
    expect(await kept()).toEqual({});
  });

  it("count a lead as met once, however many meetings are agreed with it at one time", async () => {
    const lead = await addLead();
    await together(async (first, second) => {
      await addMeeting(first, lead);
      const waiting = addMeeting(second, lead).then(() => second.query("commit"));
      await first.query("commit");
      await waiting;
    });
    expect(await kept()).toMatchObject({ "came:met": 1, meetings: 2 });
    await pool.query("update public.meetings set status = 'canceled'");
    expect(await kept()).toEqual(await anew());
    expect(await kept()).not.toHaveProperty("came:met");
  });

  it("go with a lead into another project, and with a project", async () => {
    const lead = await addLead();
    await addMeeting(pool, lead);
    await pool.query("update public.leads set project_id = $1 where id = $2", [world.otherProjectId, lead]);
    expect(await kept()).toEqual({});
    expect(await kept(world.otherProjectId)).toMatchObject({ came: 1, "came:met": 1, meetings: 1 });
    await actAs(pool, null, "service_role", async (client) => {
      await client.query("delete from public.projects where id = $1", [world.otherProjectId]);
      const { rows } = await client.query("select from private.counted_leads where lead_id = $1", [lead]);
      expect(rows).toEqual([]);
      const { rows: left } = await client.query("select from private.lead_tallies where project_id = $1", [
        world.otherProjectId,
      ]);
      expect(left).toEqual([]);
    });
  });

  it("say the same by whole days as by quarters of an hour", async () => {
    for (const hours of [0, 3, 30]) {
      const lead = await addLead();
      await pool.query("update public.leads set created_at = now() - $2 * interval '1 hour' where id = $1", [
        lead,
        hours,
      ]);
    }
    const { rows } = await pool.query(
      `select date_bin('1 day', at, 'epoch') as day, what, sum(n) filter (where whole_day) as days,
         sum(n) filter (where not whole_day) as quarters
       from private.lead_tallies group by 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ days, quarters }) => days !== quarters)).toEqual([]);
  });

  it("are made good for what was written while nothing counted, and stand when everything is counted once more", async () => {
    const gone = await addLead();
    await pool.query("alter table public.leads disable trigger user");
    await pool.query("delete from public.leads where id = $1", [gone]);
    await addLead();
    await pool.query("alter table public.leads enable trigger user");
    for (let time = 0; time < 2; time += 1) {
      await pool.query("select private.count_all_leads()");
      expect(await kept()).toEqual(await anew());
      expect(await kept()).toEqual({ came: 1, "open:cold": 1 });
    }
  });

  it("are seen by who is in the project, and written by nobody", async () => {
    await addLead();
    const seenBy = (person: string | null) =>
      actAs(pool, person, "authenticated", (client) => kept(world.projectId, client));
    expect(await seenBy(world.people.viewer)).toMatchObject({ came: 1 });
    for (const person of [world.people.stranger, world.people.exMember, null])
      expect(await seenBy(person)).toEqual({});
    for (const role of ["authenticated", "service_role"] as const)
      for (const sql of [
        "update private.lead_tallies set n = 9",
        "delete from private.lead_tallies",
        "delete from private.counted_leads",
        "select private.count_all_leads()",
        "select private.count_leads('{}')",
      ])
        await expect(
          actAs(pool, world.people.owner, role, (client) => client.query(sql)),
        ).rejects.toMatchObject({ code: "42501" });
  });
});
