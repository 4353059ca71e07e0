import { beforeEach, expect, it, vi } from "vitest";
import { signCalendarLink } from "./link";
import type { ReadCalendar } from "./store";

const secret = "a secret of at least thirty-two characters";
const userId = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";
const token = signCalendarLink({ userId, version: 3 }, secret);

/** The service as it is in a process with this environment. */
async function serviceWith(given: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  return import("./service");
}
const platform = {
  NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:1",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "key",
  NOTIFICATION_SECRET: secret,
  SITE_URL: "https://app.example.com/",
};
const kept = { version: 3, made_at: "", fetched_at: null };
beforeEach(() => {
  vi.unstubAllEnvs();
  return () => vi.unstubAllEnvs();
});

it("an address is of this app, and there is none where nothing signs or the app does not know its own", async () => {
  const { addressOf, makesAddresses } = await serviceWith(platform);
  expect(addressOf(kept, userId)).toBe(`https://app.example.com/api/calendar/${token}`);
  expect(addressOf(null, userId)).toBeNull();
  for (const missing of ["NOTIFICATION_SECRET", "SITE_URL"]) {
    const without = await serviceWith({ ...platform, [missing]: "", NEXT_PUBLIC_SITE_URL: "" });
    expect([without.makesAddresses(), without.addressOf(kept, userId)]).toEqual([false, null]);
  }
  expect(makesAddresses()).toBe(true);
});

it("a refusal says whether to come again, and a fault of ours never that the address has ended", async () => {
  const { followAddress } = await serviceWith(platform);
  // Of the same modules: a refusal is known by a symbol.
  const { dataOf } = await import("@/lib/supabase/refusal");
  const refused = (status: number, code: string) => async () =>
    dataOf<ReadCalendar | null>({ data: null, error: { code, message: "" }, status });
  expect(await followAddress(token, refused(404, "PT404"))).toEqual({ state: "unknown" });
  expect(await followAddress(token, refused(429, "PT429"))).toEqual({ state: "busy" });
  expect(await followAddress(token, refused(500, "XX000"))).toEqual({ state: "failed" });
  expect(await followAddress("anything.ics", refused(500, "XX000"))).toEqual({ state: "unknown" });
});
