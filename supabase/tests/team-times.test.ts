import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { committedAs } from "./settings-client";
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

const day = ["2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z"] as const;
type Row = { id: string; me: boolean; calendar: boolean; busy: { starts_at: string; ends_at: string }[] };

const timesFor = (person: string, [since, until]: readonly [string, string] = day, lead = world.leadId) =>
  committedAs(pool, person, async (client) => {
    const sql = "select public.get_team_times($1, $2, $3) as times";
    return (await client.query<{ times: Row[] }>(sql, [lead, since, until])).rows[0]?.times ?? [];
  });

/** A calendar of the person with these bookings, as [begin, end] of the day. */
async function book(person: string, ...bookings: [string, string, string?][]) {
  await pool.query(
    `insert into public.integration_connections (user_id, provider, kind, details) values ($1, 'calendly', 'personal', '{"types": []}')
     on conflict on constraint integration_connections_user_key do update set details = excluded.details, status = 'connected'`,
    [person],
  );
  await pool.query(
    `insert into public.user_app_preferences (user_id, integration_settings) values ($1, '{"calendly": {"enabled": true}}')
     on conflict (user_id) do update set integration_settings = excluded.integration_settings`,
    [person],
  );
  for (const [from, to, status = "active"] of bookings)
    await pool.query(
      `insert into private.integration_bookings (connection_id, booking_id, starts_at, ends_at, status, changed_at)
       select id, $2, $3, $4, $5, now() from public.integration_connections where user_id = $1 and provider = 'calendly'`,
      [person, randomUUID(), from, to, status],
    );
}
const at = (time: string) => `2026-12-02T${time}:00Z`;

it("a colleague sees when somebody is busy: what touches is one stretch, cut to the day, and what was canceled is free", async () => {
  const { owner, member } = world.people;
  await book(
    member,
    [at("10:00"), at("10:30")],
    [at("10:30"), at("11:00")],
    [at("10:15"), at("10:45")],
    [at("15:00"), at("15:30"), "canceled"],
    ["2026-12-01T23:30:00Z", at("00:30")],
    [at("23:30"), "2026-12-03T00:30:00Z"],
    ["2026-12-04T09:00:00Z", "2026-12-04T10:00:00Z"],
  );
  const seen = (await timesFor(owner)).find(({ id }) => id === member);
  expect(seen).toMatchObject({
    me: false,
    calendar: true,
    busy: [
      { starts_at: "2026-12-02T00:00:00Z", ends_at: "2026-12-02T00:30:00Z" },
      { starts_at: "2026-12-02T10:00:00Z", ends_at: "2026-12-02T11:00:00Z" },
      { starts_at: "2026-12-02T23:30:00Z", ends_at: "2026-12-03T00:00:00Z" },
    ],
  });
});

it("nothing but names, busy stretches and how much is known crosses", async () => {
  const times = await timesFor(world.people.owner);
  for (const row of times)
    expect(Object.keys(row).toSorted()).toEqual(["busy", "calendar", "id", "me", "name"]);
  const keys = new Set(times.flatMap(({ busy }) => busy.flatMap((each) => Object.keys(each))));
  expect([...keys].toSorted()).toEqual(["ends_at", "starts_at"]);
});

it("a calendar that is switched off, ended or not there is not taken for known", async () => {
  const { owner, member } = world.people;
  const known = async () => (await timesFor(owner)).find(({ id }) => id === member)?.calendar;
  await book(member);
  expect(await known()).toBe(true);
  await pool.query(
    `update public.user_app_preferences set integration_settings = '{"calendly": {"enabled": false}}' where user_id = $1`,
    [member],
  );
  expect(await known()).toBe(false);
  await book(member);
  await pool.query(
    "update public.integration_connections set status = 'needs_reconnect' where user_id = $1",
    [member],
  );
  expect(await known()).toBe(false);
});

it("bookings of a calendar that was disconnected make nobody busy; one that waits to be connected again does", async () => {
  const { owner, member } = world.people;
  await book(member, ["2026-12-02T13:00:00Z", "2026-12-02T14:00:00Z"]);
  const isBusy = async (status: string) => {
    await pool.query("update public.integration_connections set status = $2 where user_id = $1", [
      member,
      status,
    ]);
    const seen = (await timesFor(owner)).find(({ id }) => id === member);
    return seen?.busy.some(({ starts_at: starts }) => starts === at("13:00"));
  };
  expect([await isBusy("connected"), await isBusy("needs_reconnect"), await isBusy("disconnected")]).toEqual([
    true,
    true,
    false,
  ]);
});

it("who sees no such lead sees nobody's times, and nobody reads more than two days at once", async () => {
  const { owner, stranger } = world.people;
  await expect(timesFor(stranger)).rejects.toMatchObject({ code: "PT404" });
  await expect(timesFor(owner, day, randomUUID())).rejects.toMatchObject({ code: "PT404" });
  for (const days of [
    ["2026-12-01T00:00:00Z", "2026-12-04T00:00:00Z"],
    [day[1], day[0]],
  ] as const)
    await expect(timesFor(owner, days)).rejects.toMatchObject({ code: "PT400" });
});

it("who may only look at the project is not offered", async () => {
  const { owner, viewer } = world.people;
  expect((await timesFor(owner)).map(({ id }) => id)).not.toContain(viewer);
  expect((await timesFor(viewer)).length).toBeGreaterThan(0);
});
