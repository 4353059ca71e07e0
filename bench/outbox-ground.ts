import type pg from "pg";
import { createDeliveryStore } from "../lib/notifications/delivery/store";
import { createUser } from "../local/test-people";
import type { TestDatabase } from "../local/test-database";
import { callAt, partsAt, sent } from "../supabase/tests/delivery-ground";
import { timed } from "./figure";

const people = 5_000;
const channels = ["email", "push", "sms", "whatsapp"] as const;
/** One row for each of those addresses. */
export const due = people * channels.length;
export const limits = { batch: 500, leaseSeconds: 60, sendMs: 5_000 };

/**
 * People with one address on each of four channels, who want everything at once; and what is due in the future, of
 * which no worker may notice anything.
 */
export async function fill({ pool }: TestDatabase, future: number): Promise<void> {
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

/** Everything that was sent is due again, as new rows: those of one notification together, as its plan stores them. */
export async function makeDue(pool: pg.Pool, moment = "now()"): Promise<void> {
  await pool.query("delete from private.deliveries where not_before < now() + interval '1 hour'");
  await pool.query(
    `insert into private.deliveries (notification_id, user_id, channel, destination_id, not_before)
     select n.id, n.user_id, d.channel, d.id, ${moment}
     from public.notifications n join private.destinations d using (user_id) order by n.id, d.channel`,
  );
  await pool.query("vacuum analyze private.deliveries");
}

export const parts = (pool: pg.Pool, took: (id: string) => void) => {
  const send = async ({ id }: { id: string }) => {
    took(id);
    return sent();
  };
  const senders = { email: send, push: send, sms: send, whatsapp: send };
  return { ...partsAt(pool, () => "", { senders }), store: createDeliveryStore(callAt(pool, null)) };
};

/**
 * Milliseconds of the least that any queue of ours would do: our rows are claimed and completed by their ids, with nothing
 * read, decided or sent.
 */
export async function bareUpdates(pool: pg.Pool): Promise<number> {
  await makeDue(pool);
  const claim = `update private.deliveries d set lease_id = gen_random_uuid(), not_before = now() + interval '1 minute',
      attempts = attempts + 1, carrier_id = d.id, carried_at = now()
    where d.id = any (array(select c.id from private.deliveries c where c.status = 'pending' and c.not_before <= now()
      order by c.not_before limit ${limits.batch} for update skip locked)) returning d.id`;
  const complete = `update private.deliveries set status = 'sent', reason = 'sent', lease_id = null, not_before = now(),
      decided_at = now(), done_at = now() where id = any ($1)`;
  const work = async () => {
    for (;;) {
      const { rows } = await pool.query<{ id: string }>(claim);
      if (rows.length === 0) return;
      await pool.query(complete, [rows.map(({ id }) => id)]);
    }
  };
  return timed(() => Promise.all(Array.from({ length: 4 }, work)));
}
