import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const modern = {
  NEXT_PUBLIC_SUPABASE_URL: "https://abc.supabase.co/",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
};

describe("readEnv", () => {
  it("accepts the present names and drops the slash at the end of the address", () => {
    const read = readEnv(modern);
    expect(read).toMatchObject({
      ok: true,
      env: { supabaseUrl: "https://abc.supabase.co", cookieNamespace: "ovenai" },
    });
  });

  it("accepts the older names of the keys", () => {
    const read = readEnv({
      SUPABASE_URL: "http://127.0.0.1:54321",
      SUPABASE_ANON_KEY: "anon",
      SUPABASE_SERVICE_ROLE_KEY: "service",
    });
    expect(read).toMatchObject({ ok: true, env: { publishableKey: "anon", secretKey: "service" } });
  });

  it("names each variable that is missing or malformed, and nothing else", () => {
    expect(readEnv({ ...modern, NEXT_PUBLIC_SUPABASE_URL: "abc" })).toEqual({
      ok: false,
      missing: ["NEXT_PUBLIC_SUPABASE_URL"],
    });
    expect(readEnv({})).toEqual({
      ok: false,
      missing: ["NEXT_PUBLIC_SUPABASE_URL", "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY"],
    });
  });
});
