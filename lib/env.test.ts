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

  it.each([
    ["NEXT_PUBLIC_SUPABASE_URL", "ftp://abc.supabase.co"],
    ["SUPABASE_JWT_SECRET", "short"],
    ["COOKIE_NAMESPACE", "a b"],
    ["SITE_URL", "example"],
    ["CRON_SECRET", "short"],
    ["NOTIFICATION_SECRET", `${"a".repeat(32)},short`],
    ["INTEGRATION_KEYS", "one:short"],
    ["INTEGRATION_KEYS", `one:${"A".repeat(43)}=,one:${"B".repeat(43)}=`],
  ])("names %s where it is “%s”", (name, value) => {
    expect(readEnv({ ...modern, [name]: value })).toEqual({ ok: false, missing: [name] });
  });

  it("takes lists with spaces in them, and none where there is nothing", () => {
    const lists = {
      NOTIFICATION_SECRET: ` ${"a".repeat(32)}, ${"b".repeat(32)} `,
      INTEGRATION_KEYS: `one:${"A".repeat(43)}=, two:${"B".repeat(43)}=`,
    };
    expect(readEnv({ ...modern, ...lists })).toMatchObject({
      env: {
        notificationSecrets: ["a".repeat(32), "b".repeat(32)],
        integrationKeys: [{ id: "one" }, { id: "two" }],
      },
    });
    expect(readEnv(modern)).toMatchObject({ env: { notificationSecrets: [], integrationKeys: [] } });
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
