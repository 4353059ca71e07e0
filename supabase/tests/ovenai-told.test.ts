import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import { majorsOfThisRun, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

describe.each(majorsOfThisRun)("on PostgreSQL %s, people in an existing OvenAI are told", (major) => {
  let bench: Bench;
  let pool: pg.Pool;
  let ovenai: Ovenai;
  let client: pg.PoolClient;
  let leadId: string;
  beforeAll(async () => {
    bench = await startBench(major);
    const made = await createOvenai(bench);
    ({ ovenai } = made);
    pool = made.database.pool;
    await install(made.database);
  });
  afterAll(() => bench.close());
  /** A lead of a project that the member sees, which was there long ago. */
  beforeEach(async () => {
    client = await pool.connect();
    await client.query("begin");
    const [lead] = await ask<{ id: string }>(
      `insert into public.leads (first_name, status, processing_state, client_id, current_project_id)
       select 'Dana', 'cold', 'pending', p.client_id, p.id from public.projects p where p.id = $1 returning id`,
      ovenai.projects.active,
    );
    leadId = lead?.id ?? "";
    await ask("delete from public.notifications where lead_id = $1", leadId);
  });
  afterEach(async () => {
    await client.query("rollback");
    client.release();
  });

  const ask = async <T extends pg.QueryResultRow>(sql: string, ...values: unknown[]) =>
    (await client.query<T>(sql, values)).rows;
  const told = async () =>
    (
      await ask<{ kind: string; changes: number }>(
        `select params ->> 'kind' as kind, (params ->> 'changes')::integer as changes from public.notifications
         where lead_id = $1 and user_id = $2 and collapsed_at is null order by kind`,
        leadId,
        ovenai.people.member,
      )
    ).map(({ kind, changes }) => `${kind} ${changes}`);
  const write = (direction: string | null, more = "now()") =>
    ask(
      `insert into public.conversations (lead_id, direction, message_content, wa_timestamp) values ($1, $2, 'x', ${more})`,
      leadId,
      direction,
    );

  it("of a lead that is new, once", async () => {
    await ask(
      `insert into public.leads (first_name, status, processing_state, client_id, current_project_id)
       select 'Noa', 'cold', 'pending', p.client_id, p.id from public.projects p where p.id = $1`,
      ovenai.projects.active,
    );
    const rows = await ask(
      "select title from public.notifications where user_id = $1 and title ~ 'Noa'",
      ovenai.people.member,
    );
    expect(rows).toEqual([{ title: "New lead: Noa" }]);
  });

  it("of BANT and of what was won, and not of its syncs, which echo", async () => {
    for (const status of ["need_qualified", "unqualified", "need_qualified"])
      await ask("update public.leads set bant_status = $2 where id = $1", leadId, status);
    expect(await told()).toEqual(["lead.qualified 2"]);
    await ask("update public.leads set status = 'closed_won' where id = $1", leadId);
    expect((await told()).map((line) => line.split(" ")[0])).toEqual(["lead.won"]);
  });

  it("that a lead needs a person, when it begins to", async () => {
    await ask("update public.leads set requires_human_review = true where id = $1", leadId);
    await ask("update public.leads set requires_human_review = true where id = $1", leadId);
    expect(await told()).toContain("lead.needs_person 1");
  });

  it("of messages that came in, and not of those sent, nor of old ones", async () => {
    await write("outbound");
    await write("inbound", "now() - interval '2 hours'");
    expect(await told()).toEqual([]);
    await write("inbound");
    await write(null);
    expect(await told()).toEqual(["message.received 2"]);
  });

  it("of a message that the queue could not send, once", async () => {
    await ask(
      `insert into public.whatsapp_message_queue (lead_id, user_id, message_content, recipient_phone, queue_status)
       values ($1, $2, 'x', '0500000000', 'sending')`,
      leadId,
      ovenai.people.owner,
    );
    for (let times = 0; times < 2; times += 1)
      await ask(
        "update public.whatsapp_message_queue set queue_status = 'failed' where lead_id = $1",
        leadId,
      );
    expect(await told()).toEqual(["message.failed 1"]);
  });

  it("ahead of the meeting that its Calendly function noted, which its reminders follow", async () => {
    const note = (start: string) =>
      ask(
        `update public.leads set state = 'meeting_set', state_status_metadata = jsonb_build_object(
           'calendly_meeting_scheduled', jsonb_build_object('start_time', to_char((now() + $2::interval) at time zone 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) where id = $1`,
        leadId,
        start,
      );
    const planned = () =>
      ask(
        "select round(extract(epoch from due_at - now()) / 60)::integer as ahead from private.planned_notifications order by 1",
      );
    await note("100 minutes");
    expect(await planned()).toEqual([{ ahead: 40 }, { ahead: 85 }]);
    // Without a sequence nobody is invited: that function invites people itself.
    expect(await ask("select sequence from private.lead_meetings where id = $1", leadId)).toEqual([
      { sequence: null },
    ]);
    await note("200 minutes");
    expect(await planned()).toEqual([{ ahead: 140 }, { ahead: 185 }]);
    await ask("select private.make_due_notifications(now() + interval '141 minutes')");
    expect((await told()).map((line) => line.split(" ")[0])).toContain("meeting.reminder");
    await ask("update public.leads set state = 'contacted' where id = $1", leadId);
    expect(await planned()).toEqual([]);
  });

  it("nothing that stops its own program: a fault of ours is written down", async () => {
    await client.query("drop function private.notify_lead_events(text, private.lead_event[])");
    await write("inbound");
    expect(await ask("select about from private.faults")).toEqual([{ about: "conversations" }]);
  });
});
