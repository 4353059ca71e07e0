import { beforeEach, describe, expect, it, vi } from "vitest";
import { zoneVersion } from "@/lib/time/zone-table";

/** Answers each part's address with its status, or not at all. */
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

/** Imports the module anew: the environment is read once per module instance. */
async function checkHealth() {
  const health = await import("./health");
  return health.checkHealth();
}

describe("the health of the app", () => {
  it("is told part by part: a refusal means up, a server error or silence means down", async () => {
    platform({ auth: 200, rest: 401, realtime: 400 });
    expect(await checkHealth()).toEqual({
      app: "up",
      auth: "up",
      database: "up",
      realtime: "up",
      faults: null,
      zones: zoneVersion,
    });
    platform({ auth: 500, rest: 503, realtime: "silent" });
    expect(await checkHealth()).toEqual({
      app: "up",
      auth: "down",
      database: "down",
      realtime: "down",
      faults: null,
      zones: zoneVersion,
    });
    platform({ auth: "silent", rest: 200, realtime: 200 });
    expect(await checkHealth()).toMatchObject({ auth: "down", database: "up" });
  });

  it("counts the faults of triggers where there is a secret key, and says null where nobody answers", async () => {
    vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
    const answer = (body: string, status: number) => async (url: string | URL | Request) =>
      new Response(`${url instanceof Request ? url.url : url}`.includes("count_faults") ? body : null, {
        status,
      });
    vi.stubGlobal("fetch", answer("3", 200));
    expect(await checkHealth()).toMatchObject({ faults: 3 });
    vi.stubGlobal("fetch", answer('{"message": "no"}', 500));
    expect(await checkHealth()).toMatchObject({ faults: null });
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
    expect(await checkHealth()).toMatchObject({ faults: null, database: "down" });
  });

  it("is 'not configured' without an environment, and sends no request", async () => {
    vi.stubEnv("SUPABASE_URL", "");
    const asked = vi.fn();
    vi.stubGlobal("fetch", asked);
    expect(await checkHealth()).toMatchObject({ app: "up", database: "not configured" });
    expect(asked).not.toHaveBeenCalled();
  });
});
