import { beforeEach, describe, expect, it, vi } from "vitest";

/** What each part does when it is asked, by what its address holds. */
const platform = (parts: Record<"auth" | "rest" | "realtime", number | "silent">) =>
  vi.stubGlobal("fetch", async (url: string) => {
    const part = (["auth", "rest", "realtime"] as const).find((name) => url.includes(`/${name}/v1/`));
    const status = part ? parts[part] : 404;
    if (status === "silent") throw new TypeError("fetch failed");
    return new Response(null, { status });
  });

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("SUPABASE_URL", "http://platform");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  return () => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  };
});

/** The environment is read once for a process: each test is one. */
async function checkHealth() {
  const health = await import("./health");
  return health.checkHealth();
}

describe("the health of the app", () => {
  it("is told part by part: a refusal is an answer, an error of the server or silence is none", async () => {
    platform({ auth: 200, rest: 401, realtime: 400 });
    expect(await checkHealth()).toEqual({ app: "up", auth: "up", database: "up", realtime: "up" });
    platform({ auth: 500, rest: 503, realtime: "silent" });
    expect(await checkHealth()).toEqual({ app: "up", auth: "down", database: "down", realtime: "down" });
    platform({ auth: "silent", rest: 200, realtime: 200 });
    expect(await checkHealth()).toMatchObject({ auth: "down", database: "up" });
  });

  it("says that nothing is configured rather than that it is down, and asks nobody", async () => {
    vi.stubEnv("SUPABASE_URL", "");
    const asked = vi.fn();
    vi.stubGlobal("fetch", asked);
    expect(await checkHealth()).toMatchObject({ app: "up", database: "not configured" });
    expect(asked).not.toHaveBeenCalled();
  });
});
