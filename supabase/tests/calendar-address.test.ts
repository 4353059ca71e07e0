import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { signCalendarLink } from "@/lib/notifications/calendar-address/link";
import type { Supabase } from "@/local/supabase/supabase";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { startTestSupabase } from "@/local/test-supabase";
import { oneMinute } from "./one-minute";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

const secret = "a secret of at least thirty-two characters";
let database: TestDatabase;
let supabase: Supabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  supabase = await startTestSupabase(database);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", supabase.url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", supabase.keys.publishable);
  vi.stubEnv("SUPABASE_SECRET_KEY", supabase.keys.secret);
  vi.stubEnv("NOTIFICATION_SECRET", secret);
  vi.stubEnv("SITE_URL", "https://app.example.com/");
});
afterAll(async () => {
  await supabase.stop();
  await database.drop();
});

const ask = async (sql: string, values: unknown[] = []) => (await database.pool.query(sql, values)).rows;
beforeEach(async () => {
  await ask("delete from private.rate_counters");
  await ask("delete from private.calendar_addresses");
  await ask("delete from public.meetings");
});

/** What the person does with their address, and what it is then. */
async function own(deed: string, person = world.people.member) {
  const { rows } = await committedAs(database.pool, person, (client) =>
    client.query(`select ${deed} as kept`),
  );
  return rows[0].kept.address;
}
const make = () => own("public.set_calendar_address(true)");
/** How a calendar program finds the meetings of a person and a version. */
async function fetched(version: number, userId = world.people.member) {
  const token = signCalendarLink({ userId, version }, secret);
  const response = await GET(new Request(`https://app.example.com/api/calendar/${token}`), {
    params: Promise.resolve({ token }),
  });
  return { status: response.status, text: (await response.text()).replaceAll("\r\n ", "") };
}
const agree = async (project = world.projectId, starts = "2040-12-01T08:30:00Z") => {
  const [lead] = await ask(
    "insert into public.leads (project_id, name) values ($1, 'Dana Levi') returning id",
    [project],
  );
  const [meeting] = await ask(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
     values ($1, $2, $3, $3::timestamptz + interval '30 minutes') returning id`,
    [project, lead.id, starts],
  );
  return { lead: lead.id, meeting: meeting.id };
};

it("shows the meetings of the person's projects in their language, each with the way to its lead", async () => {
  await ask("insert into public.user_app_preferences (user_id, interface_settings) values ($1, $2)", [
    world.people.member,
    { language: "he" },
  ]);
  const { lead, meeting } = await agree();
  await agree(world.foreignProjectId);
  await agree(world.projectId, "2020-01-01T08:30:00Z");
  const { version } = await make();
  const { status, text } = await fetched(version);
  expect(status).toBe(200);
  expect(text.match(/^UID:.*$/gm)).toEqual([`UID:${meeting}`]);
  expect(text).toContain("SUMMARY:פגישה עם Dana Levi");
  expect(text).toContain(`URL:https://app.example.com/leads/${lead}`);
  expect(await own("public.get_calendar_address()")).toMatchObject({ fetched_at: expect.any(String) });
});

it("a meeting that is canceled says so, and one that the person declined is not in it", async () => {
  const [canceled, declined] = [await agree(), await agree()];
  await ask("update public.meetings set status = 'canceled' where id = $1", [canceled.meeting]);
  await ask("select public.answer_meeting($1, $2, 0, 'declined')", [declined.meeting, world.people.member]);
  const { text } = await fetched((await make()).version);
  expect(text.match(/^(UID|STATUS):.*$/gm)).toEqual([`UID:${canceled.meeting}`, "STATUS:CANCELLED"]);
});

it("ends with a new address, and when it is turned off; none that ended comes back", async () => {
  const first = (await make()).version;
  const second = (await make()).version;
  expect((await fetched(first)).status).toBe(404);
  expect((await fetched(second)).status).toBe(200);
  expect(await own("public.set_calendar_address(false)")).toBeNull();
  expect((await fetched(second)).status).toBe(404);
  const third = (await make()).version;
  expect(third).toBeGreaterThan(second);
  expect((await fetched(second)).status).toBe(404);
});

it("shows nothing to who was never given one, nor of a project that the person left", async () => {
  expect((await fetched(1)).status).toBe(404);
  await agree();
  const { version } = await make();
  await ask("delete from public.project_members where user_id = $1 and project_id = $2", [
    world.people.member,
    world.projectId,
  ]);
  const { status, text } = await fetched(version);
  await ask("insert into public.project_members (project_id, user_id, role) values ($2, $1, 'member')", [
    world.people.member,
    world.projectId,
  ]);
  expect([status, text.includes("VEVENT")]).toEqual([200, false]);
});

it("is asked as often as programs ask, and told to wait beyond", async () => {
  await ask(oneMinute);
  const { version } = await make();
  const statuses: number[] = [];
  for (let time = 0; time < 22; time += 1) statuses.push((await fetched(version)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
});
