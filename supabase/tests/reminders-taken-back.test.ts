import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { useTelling } from "./told-rows";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, a meeting", (major) => {
  const { ask, makeLead, told, world } = useTelling(major);
  /** Begins in so many minutes; answers its id. */
  const book = async (minutes: number, status = "scheduled") => {
    const [made] = await ask<{ id: string }>(
      `insert into public.meetings (project_id, lead_id, starts_at, ends_at, status)
       values ($1, $2, now() + $3 * interval '1 minute', now() + $3 * interval '1 minute' + interval '30 minutes', $4)
       returning id`,
      world().projectId,
      await makeLead(),
      minutes,
      status,
    );
    return made?.id ?? "";
  };
  /** The worker's run, so many minutes from now; time passes for what was told before. */
  const run = async (minutes: number) =>
    (
      await ask<{ used: number }>(
        "select private.make_due_notifications(now() + $1 * interval '1 minute') as used",
        minutes,
      )
    )[0]?.used;

  it.each([
    [
      "moved",
      "update public.meetings set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where id = $1",
    ],
    ["canceled", "update public.meetings set status = 'canceled' where id = $1"],
    ["removed", "delete from public.meetings where id = $1"],
    [
      "removed with its lead",
      "delete from public.leads where id = (select lead_id from public.meetings where id = $1)",
    ],
  ])(
    "that is %s takes back the reminder that was told: no bell says it, and what is claimed is stale",
    async (_, change) => {
      const id = await book(100);
      await ask("delete from public.notifications");
      expect(await run(41)).toBe(1);
      const reminders = async () =>
        (await told("owner")).filter(({ params }) => params.kind === "meeting.reminder");
      expect(await reminders()).toHaveLength(1);
      await ask(
        "update public.notifications set snoozed_until = now() + interval '1 hour', seen_at = now() where user_id = $1",
        world().people.viewer,
      );
      await ask(
        `insert into private.deliveries (notification_id, user_id, channel, lease_id, not_before)
       select id, user_id, 'email', gen_random_uuid(), now() + interval '1 minute' from public.notifications`,
      );
      await ask("update public.meetings set ends_at = ends_at + interval '5 minutes' where id = $1", id);
      expect(await reminders()).toHaveLength(1);
      await ask(change, id);
      expect(await reminders()).toEqual([]);
      const left = await ask(
        `select from public.notifications n left join private.deliveries d on d.notification_id = n.id
       where n.params ->> 'kind' = 'meeting.reminder'
         and (not n.read or n.archived_at is null or n.collapsed_at is null or n.snoozed_until is not null or not d.stale)`,
      );
      expect(left).toEqual([]);
    },
  );
});
