import { beforeEach, expect, it, vi } from "vitest";

const secret = "a-secret-of-sixteen";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("SUPABASE_URL", "http://platform");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  return () => vi.unstubAllEnvs();
});

/** Imports the module anew: the environment is read once per module instance. */
async function call(job: () => Promise<unknown>, authorization?: string) {
  const { cronRoute } = await import("./cron-route");
  const headers = new Headers(authorization === undefined ? undefined : { authorization });
  const answer = await cronRoute(job)(new Request("http://app/api/cron/deliver", { headers }));
  return { status: answer.status, body: await answer.json() };
}

it("runs the job for whoever carries the secret, and tells what it did", async () => {
  vi.stubEnv("CRON_SECRET", secret);
  const answer = await call(async () => ({ planned: 1 }), `Bearer ${secret}`);
  expect(answer).toEqual({ status: 200, body: { ok: true, did: { planned: 1 } } });
});

it("does nothing without the secret, with a part of it, or where none is configured", async () => {
  const job = vi.fn(async () => null);
  expect((await call(job, "Bearer undefined")).status).toBe(401);
  vi.resetModules();
  vi.stubEnv("CRON_SECRET", secret);
  for (const given of [undefined, "", secret, `Bearer ${secret.slice(1)}`, `Bearer ${secret}x`])
    expect((await call(job, given)).status).toBe(401);
  expect(job).not.toHaveBeenCalled();
});

it("answers 503 and nothing of the fault where the job could not be done", async () => {
  vi.stubEnv("CRON_SECRET", secret);
  const error = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const answer = await call(() => Promise.reject(new Error("password of the database")), `Bearer ${secret}`);
  expect(answer).toEqual({ status: 503, body: { ok: false } });
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});
