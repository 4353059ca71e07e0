import { describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/i18n/translator";
import { dataOf } from "@/lib/supabase/refusal";
import { locales, type Locale } from "@/lib/vocabulary/locales";
import { type AnswerLink, signAnswerLink } from "./link";
import { answerPage, type Asked } from "./page";
import { followAnswerLink } from "./service";
import type { InvitedMeeting } from "./store";

const secret = "a secret of at least thirty-two characters";
const link: AnswerLink = {
  meetingId: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
  userId: "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b",
  sequence: 3,
  locale: "en",
};
const meeting: InvitedMeeting = {
  state: "open",
  lead_id: "6e0c9a52-3c15-4f8e-9a55-0d8a55b0c003",
  lead_name: "<Dana> & 'Sons'",
  starts_at: "2026-12-01T08:30:00Z",
  sequence: 3,
  answer: null,
  settings: { notification_schedule: { timezone: "Asia/Jerusalem" } },
  preferences: { data_preferences: { timeFormat: "h23" } },
};
const refused = (status: number, code: string) => async (): Promise<InvitedMeeting> => {
  throw dataOf({ data: null, error: { code, message: "no" }, status });
};
const looking: Asked = { wished: null, given: null };

async function pageOf(change: Partial<InvitedMeeting>, asked = looking, locale: Locale = "en") {
  const token = signAnswerLink({ ...link, locale }, secret);
  const followed = await followAnswerLink(token, asked.given, [secret], async () => ({
    ...meeting,
    ...change,
  }));
  return answerPage(
    followed,
    locale,
    await translatorOf(locale),
    asked,
    change.state === "moved" ? "/now" : null,
  );
}
const buttons = (page: string) =>
  [...page.matchAll(/<button( class="quiet")? name="act" value="(\w+)">/g)].map(([, quiet, act]) =>
    quiet ? act : `${act}!`,
  );

describe("following the link of an invitation", () => {
  it("asks the store for that meeting, person and sequence, and takes nothing down that was not posted", async () => {
    const asked: unknown[] = [];
    const store = async (...given: unknown[]) => {
      asked.push(given);
      return meeting;
    };
    const token = signAnswerLink(link, secret);
    await followAnswerLink(token, null, [secret], store);
    await followAnswerLink(token, "declined", [secret], store);
    expect(asked).toEqual([
      [link, null],
      [link, "declined"],
    ]);
  });

  it("that nobody signed asks nobody", async () => {
    const store = () => Promise.reject(new Error("was asked"));
    expect(await followAnswerLink("x".repeat(70), "accepted", [secret], store)).toEqual({
      state: "unknown",
      link: null,
      meeting: null,
    });
  });

  it.each([
    ["unknown", refused(404, "PT404")],
    ["busy", refused(429, "PT429")],
    ["failed", refused(503, "PGRST001")],
    ["failed", () => Promise.reject(new TypeError("fetch failed"))],
  ])("is %s, not an exception, where the database says so", async (state, store) => {
    expect(await followAnswerLink(signAnswerLink(link, secret), "accepted", [secret], store)).toMatchObject({
      state,
    });
  });

  it("names the hour on the person's own clock", async () => {
    expect(await pageOf({})).toContain("Dec 1, 2026, 10:30");
  });
});

describe("the page of an invitation", () => {
  it("offers both answers, the one that the link asks for first in the eye", async () => {
    expect(buttons(await pageOf({}))).toEqual(["accepted!", "declined"]);
    expect(buttons(await pageOf({}, { wished: "declined", given: null }))).toEqual(["accepted", "declined!"]);
  });

  it("shows the answer that is given, and offers the other one", async () => {
    const page = await pageOf({ answer: "declined" }, { wished: "declined", given: "declined" });
    expect(page).toContain('<div role="status"><h1>You declined</h1></div>');
    expect(buttons(page)).toEqual(["accepted"]);
  });

  it("of a meeting that changed says so, with the new hour, and posts to the meeting as it is now", async () => {
    const page = await pageOf({ state: "moved", sequence: 4 }, { wished: null, given: "declined" });
    expect(page).toContain("The meeting was changed");
    expect(page).toContain("begins on Dec 1, 2026, 10:30 now");
    expect(page).toContain('action="/now"');
    expect(buttons(page)).toEqual(["accepted", "declined!"]);
  });

  it.each(["canceled", "over"] as const)("of a meeting that is %s offers nothing", async (state) => {
    expect(buttons(await pageOf({ state }))).toEqual([]);
  });

  it("shows a name as it is written", async () => {
    const page = await pageOf({});
    expect(page).toContain("Meeting with &#60;Dana&#62; &#38; &#39;Sons&#39;");
    expect(page).not.toContain("<Dana>");
  });

  it.each(
    locales.flatMap((locale) =>
      (["open", "moved", "canceled", "over"] as const).map((state) => [locale, state] as const),
    ),
  )("is written in %s where the meeting is %s", async (locale, state) => {
    for (const answer of [null, "accepted", "declined"] as const) {
      const page = await pageOf({ state, answer }, looking, locale);
      expect(page).toContain(`<html lang="${locale}" dir="${locale === "en" ? "ltr" : "rtl"}">`);
      expect(page).not.toMatch(/mail\.answer|notifications\.invitation/);
      expect(page.match(/2026/g)?.length).toBe(1);
    }
  });

  it.each(locales)(
    "keeps both answers at hand in %s where the fault is ours, and none for a link of nobody",
    async (locale) => {
      const t = await translatorOf(locale);
      const page = (state: "failed" | "unknown") =>
        answerPage(
          { state, link: null, meeting: null },
          locale,
          t,
          { wished: "declined", given: null },
          null,
        );
      expect(buttons(page("failed"))).toEqual(["accepted", "declined!"]);
      expect(buttons(page("unknown"))).toEqual([]);
      expect(page("failed") + page("unknown")).not.toContain("mail.answer");
    },
  );
});
