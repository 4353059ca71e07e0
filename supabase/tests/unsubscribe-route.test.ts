import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/[token]/route";
import { POST as tell } from "@/app/api/webhooks/resend/route";
import { signLink, type UnsubscribeLink } from "@/lib/notifications/unsubscribe/link";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { startTestSupabase } from "@/local/test-supabase";
import type { Supabase } from "@/local/supabase/supabase";
import { createHmac } from "node:crypto";
import { oneMinute } from "./one-minute";

const secret = "a secret of at least thirty-two characters";
const webhookKey = Buffer.from("the key of the webhook");
let database: TestDatabase;
let supabase: Supabase;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  supabase = await startTestSupabase(database);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", supabase.url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", supabase.keys.publishable);
  vi.stubEnv("SUPABASE_SECRET_KEY", supabase.keys.secret);
  vi.stubEnv("NOTIFICATION_SECRET", secret);
  vi.stubEnv("RESEND_WEBHOOK_SECRET", `whsec_${webhookKey.toString("base64")}`);
});
afterAll(async () => {
  await supabase.stop();
  await database.drop();
});
beforeEach(async () => void (person = await createUser(database.pool)));

const tokenOf = (more: Partial<UnsubscribeLink> = {}) =>
  signLink({ userId: person, channel: "email", category: "leadUpdates", locale: "he", ...more }, secret);

/** A request without any cookie, as a mail program's service sends it. */
async function ask(
  method: "GET" | "POST",
  token: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
) {
  const request = new Request(`https://app.example.com/api/unsubscribe/${token}`, { method, body, headers });
  if (typeof body === "string") request.headers.set("content-length", String(body.length));
  const response = await (method === "GET" ? GET : POST)(request, { params: Promise.resolve({ token }) });
  return { status: response.status, page: await response.text() };
}
const form = { "content-type": "application/x-www-form-urlencoded" };
const oneClick = (token: string) => ask("POST", token, "List-Unsubscribe=One-Click", form);
const stored = async () =>
  (
    await database.pool.query(
      "select email_notifications as value from public.user_notification_settings where user_id = $1",
      [person],
    )
  ).rows[0]?.value;

describe("the address in a mail that turns it off", () => {
  it("changes nothing when it is opened, and asks in the language of the mail", async () => {
    const { status, page } = await ask("GET", tokenOf(), undefined, { "accept-language": "ar" });
    expect([status, await stored()]).toEqual([200, undefined]);
    expect(page).toContain('<html lang="he" dir="rtl">');
    expect(page).toContain("עדכוני לידים");
    expect(page).toContain("דוא״ל");
  });

  it("turns it off by one press of a mail program, as often as it presses", async () => {
    for (const time of ["first", "again"]) expect((await oneClick(tokenOf())).status, time).toBe(200);
    expect(await stored()).toEqual({ leadUpdates: false });
  });

  it("takes a press as multipart, with another body, or with none", async () => {
    const multipart = new FormData();
    multipart.set("List-Unsubscribe", "One-Click");
    expect((await ask("POST", tokenOf({ category: "leadUpdates" }), multipart)).status).toBe(200);
    expect((await ask("POST", tokenOf({ category: "heatProgressions" }))).status).toBe(200);
    expect(await stored()).toEqual({ leadUpdates: false, heatProgressions: false });
  });

  it("turns it on again by the button of its page", async () => {
    await oneClick(tokenOf());
    const { status, page } = await ask("POST", tokenOf(), "act=undo", form);
    expect([status, await stored()]).toEqual([200, { leadUpdates: true }]);
    expect(page).toContain("ההודעות פועלות שוב");
  });

  it("does nothing for a link that nobody signed, and says so in the reader's language", async () => {
    const { status, page } = await ask("POST", `${tokenOf().slice(0, -2)}AA`, "", {
      "accept-language": "ar",
    });
    expect([status, await stored()]).toEqual([404, undefined]);
    expect(page).toContain('lang="ar" dir="rtl"');
  });

  it("answers 404 for an account that is gone", async () => {
    const token = tokenOf();
    await database.pool.query("delete from auth.users where id = $1", [person]);
    expect((await oneClick(token)).status).toBe(404);
  });

  it("answers 429 to who presses for ever, and 503 while the database is away: the mail service tries again", async () => {
    await database.pool.query(oneMinute);
    const token = tokenOf();
    for (let n = 0; n < 30; n += 1) await oneClick(token);
    expect((await oneClick(token)).status).toBe(429);
    supabase.faults.set("rest", "failing");
    const { status, page } = await oneClick(tokenOf());
    supabase.faults.mend("rest");
    expect(status).toBe(503);
    expect(page).toContain('value="stop"');
  });
});

describe("what the mail provider tells", () => {
  it("reaches the database: its addresses are switched off, each event once", async () => {
    await database.pool.query("drop function if exists public.disable_destination(text, text, text)");
    await database.pool.query("create table private.asked (channel text, address text, reason text)");
    await database.pool.query(`
      create function public.disable_destination(channel text, address text, reason text) returns void
      language sql security definer set search_path = '' as $$ insert into private.asked values ($1, $2, $3) $$`);
    const data = { to: ["dana@example.com", "a,b"], bounce: { type: "Permanent", message: "" } };
    const body = JSON.stringify({ type: "email.bounced", created_at: "2026-11-29T12:00:00Z", data });
    const at = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac("sha256", webhookKey).update(`msg_9.${at}.${body}`).digest("base64");
    const headers = { "svix-id": "msg_9", "svix-timestamp": at, "svix-signature": `v1,${signature}` };
    const told = () => tell(new Request("https://app.example.com/", { method: "POST", body, headers }));
    expect([(await told()).status, (await told()).status]).toEqual([200, 200]);
    const { rows } = await database.pool.query("select * from private.asked");
    expect(rows).toEqual([{ channel: "email", address: "dana@example.com", reason: "bounced" }]);
  });
});
