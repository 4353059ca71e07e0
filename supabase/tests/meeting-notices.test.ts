import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { useTelling } from "./told-rows";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, a meeting", (major) => {
  const { ask, makeLead, told, titles, world } = useTelling(major);
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
  const move = (id: string, by: string) =>
    ask(
      "update public.meetings set starts_at = starts_at + $2::interval, ends_at = ends_at + $2::interval where id = $1",
      id,
      by,
    );
  const planned = async (id: string) =>
    (
      await ask<{ ahead: number }>(
        `select (extract(epoch from due_at - now()) / 60)::integer as ahead from private.planned_notifications
         where meeting_id = $1 order by due_at`,
        id,
      )
    ).map(({ ahead }) => ahead);
  /** The worker's run, so many minutes from now; time passes for what was told before. */
  const run = async (minutes: number) =>
    (
      await ask<{ used: number }>(
        "select private.make_due_notifications(now() + $1 * interval '1 minute') as used",
        minutes,
      )
    )[0]?.used;

  it("that is agreed, moved and canceled is told each time, to members alone", async () => {
    const id = await book(300);
    expect(await titles("owner")).toEqual(["Dana booked a meeting"]);
    await move(id, "1 day");
    expect(await titles("owner")).toEqual(["The meeting with Dana was moved"]);
    await ask("update public.meetings set status = 'canceled' where id = $1", id);
    expect(await titles("viewer")).toEqual(["The meeting with Dana was canceled"]);
    expect((await told("owner")).map(({ category }) => category)).toEqual(["calendlyBookings"]);
    for (const who of ["exMember", "stranger"] as const) expect(await told(who)).toEqual([]);
  });

  it("is told with its hour in UTC, and is not worth telling when it has begun", async () => {
    await book(300);
    const [row] = await ask<{ whole: boolean }>(
      `select expires_at = (params ->> 'starts_at')::timestamptz and date_trunc('second', expires_at) = expires_at
         and params ->> 'starts_at' ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' as whole
       from public.notifications limit 1`,
    );
    expect(row).toEqual({ whole: true });
  });

  it("is told once for each of its events, however often it is written", async () => {
    const id = await book(300);
    for (let time = 0; time < 3; time += 1) {
      await ask("update public.meetings set status = 'canceled' where id = $1", id);
      await ask("update public.meetings set status = status, starts_at = starts_at where id = $1", id);
    }
    const events = (await told("owner", true)).map(({ params }) => params.kind);
    expect(events).toEqual(["meeting.canceled", "meeting.booked"]);
  });

  it("that stands again after it was canceled, or moves back, is told again: calendars show it otherwise", async () => {
    const id = await book(300);
    const kinds = async () => (await told("owner", true)).map(({ params }) => params.kind);
    await ask("update public.meetings set status = 'canceled' where id = $1", id);
    await ask("update public.meetings set status = 'scheduled' where id = $1", id);
    expect(await kinds()).toEqual(["meeting.booked", "meeting.canceled", "meeting.booked"]);
    for (const by of ["1 hour", "-1 hour", "1 hour"]) await move(id, by);
    expect((await kinds()).slice(0, 3)).toEqual(Array(3).fill("meeting.rescheduled"));
  });

  it("has a sequence that rises with its time and its cancellation, and with nothing else", async () => {
    const id = await book(300);
    const sequenceAfter = async (change: string) => {
      await ask(`update public.meetings set ${change} where id = $1`, id);
      return (await ask<{ sequence: number }>("select sequence from public.meetings where id = $1", id))[0]
        ?.sequence;
    };
    expect(await sequenceAfter("created_at = now() - interval '1 day'")).toBe(0);
    expect(await sequenceAfter("sequence = 7")).toBe(0);
    expect(await sequenceAfter("starts_at = starts_at - interval '1 hour'")).toBe(1);
    expect(await sequenceAfter("ends_at = ends_at + interval '1 hour'")).toBe(2);
    await ask(
      "update public.leads set name = 'Dana Cohen' where id = (select lead_id from public.meetings where id = $1)",
      id,
    );
    expect(await sequenceAfter("status = 'held'")).toBe(2);
    expect(await sequenceAfter("status = 'no_show'")).toBe(2);
    expect(await sequenceAfter("status = 'scheduled'")).toBe(2);
    expect(await sequenceAfter("status = 'canceled'")).toBe(3);
    expect(await sequenceAfter("status = 'scheduled'")).toBe(4);
  });

  it("is told with the sequence and the end that it has then, also where its end alone moves", async () => {
    const id = await book(300);
    const facts = async () => {
      const params = (await told("owner"))[0]?.params;
      const [lasts] = await ask<{ minutes: number }>(
        "select (extract(epoch from $1::timestamptz - $2::timestamptz) / 60)::integer as minutes",
        params?.ends_at,
        params?.starts_at,
      );
      return [params?.kind, params?.sequence, lasts?.minutes];
    };
    expect(await facts()).toEqual(["meeting.booked", 0, 30]);
    await move(id, "1 day");
    expect(await facts()).toEqual(["meeting.rescheduled", 1, 30]);
    await ask("update public.meetings set ends_at = ends_at + interval '15 minutes' where id = $1", id);
    expect(await facts()).toEqual(["meeting.rescheduled", 2, 45]);
    await ask("update public.meetings set status = 'canceled' where id = $1", id);
    expect(await facts()).toEqual(["meeting.canceled", 3, 45]);
  });

  it("of the past that is written down later is no news, but for that nobody came", async () => {
    const id = await book(-60);
    expect(await titles("owner")).toEqual([]);
    await ask("update public.meetings set status = 'no_show' where id = $1", id);
    expect(await told("owner")).toMatchObject([
      { title: "Dana did not come to the meeting", category: "meetingReminders" },
    ]);
  });

  it("is reminded of an hour and a quarter of an hour ahead, the later in the place of the earlier", async () => {
    const id = await book(100);
    await ask("delete from public.notifications");
    expect(await planned(id)).toEqual([40, 85]);
    expect(await run(39)).toBe(0);
    expect(await run(41)).toBe(1);
    expect(await titles("owner")).toEqual(["Meeting with Dana in 59 min"]);
    expect(await run(41)).toBe(0);
    expect(await run(85)).toBe(1);
    expect(await titles("owner")).toEqual(["Meeting with Dana in 15 min"]);
    expect(await told("owner", true)).toHaveLength(2);
  });

  it("takes its reminders along when it moves, and drops them when it is canceled, held or removed", async () => {
    const id = await book(100);
    await move(id, "1 hour");
    expect(await planned(id)).toEqual([100, 145]);
    await move(id, "-130 minutes");
    expect(await planned(id)).toEqual([15]);
    for (const status of ["canceled", "held"]) {
      await ask("update public.meetings set status = $2 where id = $1", id, status);
      expect(await planned(id)).toEqual([]);
      await ask("update public.meetings set status = 'scheduled' where id = $1", id);
      expect(await planned(id)).toEqual([15]);
    }
    await ask("delete from public.leads where id = (select lead_id from public.meetings where id = $1)", id);
    expect(await planned(id)).toEqual([]);
  });

  it("that began while no worker ran is not reminded of, and of two that are due one speaks", async () => {
    const [began, near] = [await book(100), await book(200)];
    await ask("delete from public.notifications");
    expect(await run(190)).toBe(4);
    expect(await titles("owner")).toEqual(["Meeting with Dana in 10 min"]);
    expect([await planned(began), await planned(near)]).toEqual([[], []]);
  });

  it("is reminded of whoever is in the project then, and not who has left", async () => {
    await book(100);
    await ask("delete from public.notifications");
    await ask("delete from public.project_members where user_id = $1", world().people.viewer);
    await run(41);
    expect([(await told("viewer")).length, (await told("member")).length]).toEqual([0, 1]);
  });
});
