import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";

/** Answers each request with a status, cuts it, or lets it wait until whoever asks gives up. */
const platform = (answer: number | "cut" | "silent") => {
  const fetch = vi.fn(async (_input: unknown, init?: RequestInit) => {
    if (typeof answer === "number")
      return new Response("{}", { status: answer, headers: { "retry-after": "0" } });
    if (answer === "cut") throw new TypeError("fetch failed");
    const { signal } = init ?? {};
    return new Promise<Response>((_, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason)),
    );
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
};

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("SUPABASE_URL", "http://platform");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  return () => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  };
});

const limitMs = 50;

const clients = {
  "of a person": async () => (await import("./session")).personClient("token", limitMs),
  "of the secret key": async () => (await import("./admin")).adminClient(),
  "of the sign-in": async () =>
    (await import("./server")).authClient({ getAll: () => [], setAll: () => undefined }, limitMs, {
      address: null,
      device: "",
    }),
};

describe.each(Object.entries(clients))("a query of the client %s is one request", (_name, make) => {
  it.each([503, 520, "cut"] as const)("when the platform answers: %s", async (answer) => {
    const fetch = platform(answer);
    const client = await make();
    const { error } = (await client?.from("leads").select("id").limit(1)) ?? {};
    expect(error).not.toBeNull();
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

it("a query of a person is given up at its limit", async () => {
  const fetch = platform("silent");
  const client = await clients["of a person"]();
  expect((await client.from("leads").select("id")).status).toBe(0);
  expect(fetch).toHaveBeenCalledTimes(1);
});

it("every client is made to ask once", () => {
  const root = new URL("../../", import.meta.url).pathname;
  const sources = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(`${root}${folder}/${name}`, "utf8")),
  );
  const count = (made: RegExp) => sources.flatMap((source) => source.match(made) ?? []).length;
  expect(count(/\bcreate(Server|Browser)?Client</g)).toBe(3);
  expect(count(/\baskOnce\(\s*create(Server)?Client</g)).toBe(3);
});
