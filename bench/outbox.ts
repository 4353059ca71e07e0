import { execFile } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type pg from "pg";
import { createDeliveryStore } from "../lib/notifications/delivery/store";
import { runWorker } from "../lib/notifications/delivery/worker";
import { installTools } from "../local/npm-tools";
import { createUser } from "../local/test-people";
import type { TestDatabase } from "../local/test-database";
import { root } from "../scripts/root";
import { withScratchDatabase } from "../scripts/scratch-database";
import { callAt, partsAt, sent } from "../supabase/tests/delivery-ground";
import { inTurn, percentile, timed, type Figure } from "./figure";

const due = 20_000;
const people = 5_000;
const channels = ["email", "push", "sms", "whatsapp"] as const;
const limits = { batch: 500, leaseSeconds: 60, sendMs: 5_000 };
const versions = { graphile: "graphile-worker@0.17.3", boss: "pg-boss@10.4.2" } as const;
type Peer = keyof typeof versions;

/**
 * People with one address on each of four channels, who want everything at once; and what is due in the future, of
 * which no worker may notice anything.
 */
async function fill({ pool }: TestDatabase, future: number): Promise<void> {
  await createUser(pool);
  await pool.query(
    `with person as (
       insert into auth.users (id) select gen_random_uuid() from generate_series(1, $1::integer) returning id
     ), reached as (
       insert into private.destinations (user_id, channel, address, keys, verified_at)
       select id, c, c || id, case c when 'push' then '{"p256dh": "k", "auth": "a"}'::jsonb end, now()
       from person, unnest($2::text[]) c
     )
     insert into public.user_notification_settings (user_id, email_notifications, push_notifications, sms_notifications,
       whatsapp_notifications, notification_schedule)
     select id, $3, $3, $3, $3, '{"quietHours": {"enabled": false, "start": "22:00", "end": "08:00", "urgentPasses": true}}'
     from person`,
    [people, channels, { heatProgressions: true, leadUpdates: true }],
  );
  await pool.query("alter table public.notifications disable trigger user");
  await pool.query(
    `insert into public.notifications (user_id, seq, category, priority, title, params, routed_at)
     select s.user_id, 1, 'heatProgressions', 'urgent', 'Dana is now hot',
       '{"kind": "lead.heat", "lead_name": "Dana", "from": "cold", "to": "hot"}', now()
     from public.user_notification_settings s`,
  );
  await pool.query("alter table public.notifications enable trigger user");
  await pool.query(
    `insert into private.deliveries (notification_id, user_id, channel, destination_id, not_before)
     select n.id, gen_random_uuid(), 'email', gen_random_uuid(), now() + interval '1 day' + s * interval '1 s'
     from (select id from public.notifications limit 1) n, generate_series(1, $1::integer) s`,
    [future],
  );
}

/** Everything that was sent is due again, as new rows. */
async function makeDue(pool: pg.Pool, moment = "now()"): Promise<void> {
  await pool.query("delete from private.deliveries where not_before < now() + interval '1 hour'");
  await pool.query(
    `insert into private.deliveries (notification_id, user_id, channel, destination_id, not_before)
     select n.id, n.user_id, d.channel, d.id, ${moment}
     from public.notifications n join private.destinations d using (user_id)`,
  );
  await pool.query("vacuum analyze private.deliveries");
}

const parts = (pool: pg.Pool, took: (id: string) => void) => {
  const send = async ({ id }: { id: string }) => {
    took(id);
    return sent();
  };
  const senders = { email: send, push: send, sms: send, whatsapp: send };
  return { ...partsAt(pool, () => "", { senders }), store: createDeliveryStore(callAt(pool, null)) };
};

/** Milliseconds in which our workers deliver all that is due. */
async function drain(pool: pg.Pool): Promise<number> {
  await makeDue(pool);
  let many = 0;
  const given = parts(pool, () => (many += 1));
  const took = await timed(() =>
    Promise.all(Array.from({ length: 4 }, () => runWorker(given, limits, () => true))),
  );
  if (many !== due) throw new Error(`${many} of ${due} were sent`);
  return took;
}

const answered = z.object({ took: z.number() });
/** Milliseconds of the peer, in a database of its own on the same server. */
async function drainOf(peer: Peer, folder: string, { pool, adminUrl }: TestDatabase, future: number) {
  const name = `peer_${peer}`;
  await pool.query(`drop database if exists ${name} with (force)`);
  await pool.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["outbox-peers.mjs", peer], {
    cwd: folder,
    env: { ...process.env, DATABASE: url.href, DUE: `${due}`, FUTURE: `${future}` },
  });
  return answered.parse(JSON.parse(stdout)).took;
}

const drainFigure = (peer: Peer, atLeast: number, future: number): Figure => ({
  name: `outbox: deliveries a second${future > 0 ? " beside a million rows of the future" : ""}, against ${peer}`,
  baseline: `jobs a second of ${versions[peer].replace("@", " ")} that do nothing`,
  bar: { atLeast },
  measure: async () => {
    const tools = await installTools([
      versions[peer],
      "pg@8.23.1",
      "graphile-worker@0.17.3",
      "pg-boss@10.4.2",
    ]);
    try {
      await copyFile(join(root, "bench/outbox-peers.mjs"), join(tools.folder, "outbox-peers.mjs"));
      return await withScratchDatabase(
        async (database) => {
          await fill(database, future);
          const { ours, baseline } = await inTurn(
            2,
            () => drain(database.pool),
            () => drainOf(peer, tools.folder, database, future),
          );
          const detail = `${due.toLocaleString("en")} in ${ours.toFixed(0)} ms, ${baseline.toFixed(0)} ms`;
          return { ratio: baseline / ours, detail };
        },
        { durable: true },
      );
    } finally {
      tools.remove();
    }
  },
});

const pollMs = 1_000;

/** A worker that polls, and 400 rows that become due at any moment of four seconds beside a million of the future. */
export const outboxLatenessFigure: Figure = {
  name: "outbox: lateness of a delivery at the 99th percentile, beside a million rows of the future",
  baseline: "the interval of the poll and 50 ms",
  bar: { atMost: 1 },
  measure: () =>
    withScratchDatabase(
      async (database) => {
        const { pool } = database;
        await fill(database, 1_000_000);
        // After the last of the future, whose rows are nobody's.
        await makeDue(pool, "now() + interval '30 days'");
        await pool.query(
          `update private.deliveries set not_before = now() + interval '500 ms' + random() * interval '4 s'
           where ctid = any (array(select ctid from private.deliveries where not_before > now() + interval '29 days'
             limit 400))`,
        );
        const { rows } = await pool.query<{ id: string; at: Date }>(
          "select id, not_before as at from private.deliveries where not_before < now() + interval '1 minute'",
        );
        const dueAt = new Map(rows.map(({ id, at }) => [id, at.getTime()]));
        const late: number[] = [];
        const given = parts(pool, (id) => late.push(Date.now() - (dueAt.get(id) ?? 0)));
        for (let next = performance.now(); late.length < dueAt.size; next += pollMs) {
          await new Promise((resolve) => setTimeout(resolve, next - performance.now()));
          await runWorker(given, { ...limits, batch: 20 }, () => true);
        }
        const worst = percentile(99, late);
        const detail = `${worst.toFixed(0)} ms at a poll each ${pollMs} ms, ${late.length} deliveries`;
        return { ratio: worst / (pollMs + 50), detail };
      },
      { durable: true },
    ),
};

export const outboxFigures: readonly Figure[] = [
  drainFigure("graphile", 1, 0),
  drainFigure("boss", 5, 0),
  drainFigure("graphile", 1, 1_000_000),
  drainFigure("boss", 5, 1_000_000),
  outboxLatenessFigure,
];
