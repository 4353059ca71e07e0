import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/meeting-answers/[token]/route";
import { type AnswerLink, signAnswerLink } from "@/lib/notifications/invitations/link";
import type { Supabase } from "@/local/supabase/supabase";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { startTestSupabase } from "@/local/test-supabase";
import { oneMinute } from "./one-minute";
import { createWorld, type World } from "./world";

const secret = "a secret of at least thirty-two characters";
let database: TestDatabase;
let supabase: Supabase;
let world: World;
let meetingId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  supabase = await startTestSupabase(database);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", supabase.url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", supabase.keys.publishable);
  vi.stubEnv("SUPABASE_SECRET_KEY", supabase.keys.secret);
  vi.stubEnv("NOTIFICATION_SECRET", secret);
});
afterAll(async () => {
  await supabase.stop();
  await database.drop();
});
beforeEach(async () => {
  await database.pool.query("delete from private.rate_counters");
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
     values ($1, $2, '2040-12-01T08:30:00Z', '2040-12-01T09:00:00Z') returning id`,
    [world.projectId, world.leadId],
  );
  meetingId = rows[0]?.id ?? "";
});

const tokenOf = (more: Partial<AnswerLink> = {}) =>
  signAnswerLink({ meetingId, userId: world.people.member, sequence: 0, locale: "he", ...more }, secret);

/** A request without any cookie, from whatever program opens the mail. */
async function ask(token: string, act?: string, answer = "accepted") {
  const body = act === undefined ? undefined : `act=${act}`;
  const request = new Request(`https://app.example.com/api/meeting-answers/${token}?answer=${answer}`, {
    method: body === undefined ? "GET" : "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": `${body?.length ?? 0}`,
      "accept-language": "ar",
    },
  });
  const response = await (body === undefined ? GET : POST)(request, { params: Promise.resolve({ token }) });
  return { status: response.status, page: await response.text(), headers: response.headers };
}
const stored = async () =>
  (
    await database.pool.query(
      "select user_id, sequence, answer from private.meeting_answers where meeting_id = $1",
      [meetingId],
    )
  ).rows;
const move = () =>
  database.pool.query(
    "update public.meetings set starts_at = '2040-12-02T08:30:00Z', ends_at = '2040-12-02T09:00:00Z' where id = $1",
    [meetingId],
  );

describe("the address in an invitation that answers it", () => {
  it("changes nothing when it is opened, and asks in the language of the mail", async () => {
    for (const answer of ["accepted", "declined"]) {
      const { status, page, headers } = await ask(tokenOf(), undefined, answer);
      expect([status, await stored()]).toEqual([200, []]);
      expect(page).toContain('<html lang="he" dir="rtl">');
      expect(page).toContain("פגישה עם Dana");
      expect(headers.get("cache-control")).toBe("private, no-store");
    }
  });

  it("takes down what its button says, as often as it is pressed, for its person alone", async () => {
    for (const time of ["first", "again"]) expect((await ask(tokenOf(), "declined")).status, time).toBe(200);
    expect(await stored()).toEqual([{ user_id: world.people.member, sequence: 0, answer: "declined" }]);
    expect((await ask(tokenOf(), "accepted")).page).toContain("ההגעה אושרה");
    expect(await stored()).toMatchObject([{ answer: "accepted" }]);
  });

  it("takes down nothing from a post that says nothing of ours", async () => {
    for (const act of ["", "stop", "tentative", "x".repeat(2_000)])
      expect((await ask(tokenOf(), act)).status, act.slice(0, 9)).toBe(200);
    expect(await stored()).toEqual([]);
  });

  it("of an older invitation says that it is, with the new hour, and leads to the answer of today", async () => {
    const token = tokenOf({ locale: "en" });
    await ask(token, "accepted");
    await move();
    const { status, page } = await ask(token, "accepted");
    expect(status).toBe(409);
    expect(page).toContain("The meeting begins on Dec 2, 2040, 8:30");
    expect(await stored()).toMatchObject([{ sequence: 0 }]);
    const [, address = ""] = /action="\/api\/meeting-answers\/([\w-]+)"/.exec(page) ?? [];
    expect(address).toBe(tokenOf({ locale: "en", sequence: 1 }));
    expect((await ask(address, "declined")).status).toBe(200);
    expect(await stored()).toMatchObject([{ sequence: 1, answer: "declined" }]);
  });

  it("answers for nobody else, and no other meeting", async () => {
    const bytes = Buffer.from(tokenOf(), "base64url");
    const owner = Buffer.from(world.people.owner.replaceAll("-", ""), "hex");
    const forged = Buffer.concat([bytes.subarray(0, 17), owner, bytes.subarray(33)]);
    expect((await ask(forged.toString("base64url"), "accepted")).status).toBe(404);
    for (const who of ["exMember", "stranger"] as const)
      expect((await ask(tokenOf({ userId: world.people[who] }), "accepted")).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  it("answers nothing when the meeting has ended, or was canceled", async () => {
    await database.pool.query("update public.meetings set status = 'canceled' where id = $1", [meetingId]);
    expect(await ask(tokenOf(), "accepted")).toMatchObject({
      status: 409,
      page: expect.stringContaining("הפגישה בוטלה"),
    });
    await database.pool.query(
      "update public.meetings set status = 'scheduled', starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = $1",
      [meetingId],
    );
    expect(await ask(tokenOf({ sequence: 2 }), "accepted")).toMatchObject({
      status: 409,
      page: expect.stringContaining("הפגישה כבר התקיימה"),
    });
    expect(await stored()).toEqual([]);
  });

  it("says so in the reader's language where nobody signed it", async () => {
    const { status, page } = await ask(`${tokenOf().slice(0, -2)}AA`, "accepted");
    expect([status, page.includes('lang="ar" dir="rtl"')]).toEqual([404, true]);
  });

  it("answers 429 to who presses for ever, and 503 while the database is away, with both answers at hand", async () => {
    await database.pool.query(oneMinute);
    for (let n = 0; n < 30; n += 1) await ask(tokenOf(), "accepted");
    expect((await ask(tokenOf(), "declined")).status).toBe(429);
    supabase.faults.set("rest", "failing");
    const { status, page } = await ask(tokenOf(), "declined");
    supabase.faults.mend("rest");
    expect([status, page.match(/<button/g)?.length]).toEqual([503, 2]);
    expect(await stored()).toMatchObject([{ answer: "accepted" }]);
  });
});
