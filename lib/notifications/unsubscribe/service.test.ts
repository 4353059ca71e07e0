import { describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/i18n/translator";
import { dataOf } from "@/lib/supabase/refusal";
import { locales } from "@/lib/vocabulary/locales";
import { signLink, type UnsubscribeLink } from "./link";
import { unsubscribePage } from "./page";
import { followLink, type Deed } from "./service";

const secret = "a secret of at least thirty-two characters";
const link: UnsubscribeLink = {
  userId: "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b",
  channel: "email",
  category: "leadUpdates",
  locale: "en",
};
const refused = (status: number, code: string) => async () => {
  dataOf({ data: null, error: { code, message: "no" }, status });
};

async function follow(
  deed: Deed,
  store: (link: UnsubscribeLink, undo: boolean) => Promise<void> = async () => {},
) {
  return followLink(signLink(link, secret), deed, [secret], store);
}

describe("following a link", () => {
  it("to look changes nothing", async () => {
    const store = () => Promise.reject(new Error("was asked"));
    expect(await follow("ask", store)).toEqual({ state: "ask", link });
  });

  it("stops, and turns on again", async () => {
    const asked: unknown[] = [];
    const store = async (...given: unknown[]) => void asked.push(given);
    expect(await follow("stop", store)).toMatchObject({ state: "stopped" });
    expect(await follow("undo", store)).toMatchObject({ state: "on" });
    expect(asked).toEqual([
      [link, false],
      [link, true],
    ]);
  });

  it("that nobody signed asks nobody", async () => {
    const store = () => Promise.reject(new Error("was asked"));
    expect(await followLink("x".repeat(60), "stop", [secret], store)).toEqual({
      state: "unknown",
      link: null,
    });
  });

  it.each([
    ["unknown", 404, "PT404"],
    ["busy", 429, "PT429"],
    ["failed", 503, "PGRST001"],
  ])("is %s where the database answers %i", async (state, status, code) => {
    expect(await follow("stop", refused(status, code))).toMatchObject({ state });
  });

  it("is 'failed', not an exception, where the database is away", async () => {
    expect(await follow("stop", () => Promise.reject(new TypeError("fetch failed")))).toMatchObject({
      state: "failed",
    });
  });
});

describe.each(locales)("the page in %s", (locale) => {
  it.each(["ask", "stopped", "on", "unknown", "busy", "failed"] as const)(
    "says what is the case when %s",
    async (state) => {
      const t = await translatorOf(locale);
      const page = unsubscribePage({ state, link }, locale, t, "undo");
      expect(page).toContain(`<html lang="${locale}" dir="${locale === "en" ? "ltr" : "rtl"}">`);
      expect(page).not.toMatch(/mail\.unsubscribe|settings\.(fields|groups)/);
      expect(page.match(/<form/g)?.length ?? 0).toBe(state === "on" || state === "unknown" ? 0 : 1);
      expect(page).not.toContain("<script");
    },
  );

  it("offers the way back, and repeats what failed, not its opposite", async () => {
    const t = await translatorOf(locale);
    expect(unsubscribePage({ state: "stopped", link }, locale, t, "stop")).toContain(
      'name="act" value="undo"',
    );
    expect(unsubscribePage({ state: "failed", link }, locale, t, "undo")).toContain(
      'name="act" value="undo"',
    );
    expect(unsubscribePage({ state: "failed", link }, locale, t, "stop")).toContain(
      'name="act" value="stop"',
    );
  });
});
