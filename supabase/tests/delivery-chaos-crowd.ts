import type pg from "pg";
import { insist } from "./delivery-chaos-harms";
import type { World } from "./world";

export type Crowd = ReturnType<typeof createCrowd>;

/**
 * People with one address each, who are told at once at any hour: "person-1@example.com", …, and what they are told.
 * `pool` makes the people; notifications are inserted at `url`, again and again until the database takes them.
 */
export function createCrowd(pool: pg.Pool, url: string, world: World, people: number) {
  let told = 0;
  return {
    /** How many notifications there are, once every call has ended. */
    told: () => told,
    async gather() {
      await pool.query("update public.notifications set routed_at = now()");
      await pool.query(
        `with person as (
           insert into auth.users (id, email, email_confirmed_at)
           select gen_random_uuid(), 'person-' || n || '@example.com', now() from generate_series(1, $1::integer) n
           returning id
         ), joined as (insert into public.project_members (project_id, user_id, role) select $2, id, 'member' from person)
         insert into public.user_notification_settings (user_id, notification_schedule)
         select id, '{"quietHours": {"enabled": false, "start": "22:00", "end": "08:00", "urgentPasses": false}}' from person`,
        [people, world.projectId],
      );
    },
    /**
     * Notifications "n-1", "n-2", … to one of `among` people after the other, from the person `after` on; one of
     * `urgentEach` urgent (0: none). They happened `minutesAgo`.
     */
    async tell(many: number, { urgentEach = 10, minutesAgo = 10, after = 0, among = people } = {}) {
      const first = told + 1;
      told += many;
      await insist(
        url,
        `insert into public.notifications (user_id, category, priority, title, message, params, project_id, dedupe_key,
           occurred_at, created_at)
         select u.id, 'heatProgressions', case when $5 > 0 and n % greatest($5, 1) = 0 then 'urgent' else 'normal' end,
           'n-' || n, u.id, '{"kind": "lead.heat", "lead_name": "Dana", "from": "cold", "to": "hot"}', $3, 'n-' || n,
           now() - make_interval(mins => $6), now() - make_interval(mins => $6)
         from generate_series($1::integer, $2::integer) n
         join (select id, row_number() over (order by email) as number from auth.users where email like 'person-%') u
           on u.number = 1 + $7 + n % $4
         on conflict do nothing`,
        [first, told, world.projectId, among, urgentEach, minutesAgo, after],
      );
    },
  };
}

/** Half of those who are concerned leave the project, the others turn the switch off; answers who, and after when. */
export async function turnAway(url: string) {
  const some = `select id from (select id, row_number() over (order by email) as number from auth.users
    where email like 'person-%') u where number % 10`;
  await insist(url, `delete from public.project_members where user_id in (${some} = 3)`);
  await insist(
    url,
    `update public.user_notification_settings set email_notifications = '{"heatProgressions": false}'
     where user_id in (${some} = 7)`,
  );
  const { rows } = await insist(url, `select clock_timestamp() as at, array(${some} in (3, 7)) as people`);
  const { at, people: gone }: { at: Date; people: string[] } = rows[0];
  return { at, people: new Set(gone) };
}
