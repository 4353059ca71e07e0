import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Identity } from "./auth";
import { dataOf } from "./supabase/refusal";

let identity: Identity | null;

vi.mock("./auth", () => ({ getIdentity: async () => identity }));
vi.mock("./supabase/session", () => ({
  personClient: (_token: string, timeoutMs: number) => ({ timeoutMs }),
}));
vi.mock("./supabase/time-limits", () => ({ readTimeoutMs: 1, writeTimeoutMs: 2 }));

const { readRoute } = await import("./read-route");

const schema = z.strictObject({ userId: z.string(), after: z.coerce.number().optional() });
const get = (route: ReturnType<typeof readRoute>, query: string) =>
  route(new Request(`http://localhost/api/things${query}`));

beforeEach(() => {
  identity = {
    userId: "dana",
    email: "",
    accessToken: "",
    expiresAt: 0,
    expired: false,
    openedByMailAt: null,
  };
});

describe("a read route", () => {
  it("answers a value that must not be cached, with the short timeout of reads", async () => {
    const answer = await get(
      readRoute(schema, async ({ input, client }) => ({ ...input, ...client })),
      "?userId=dana&after=7",
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.json()).toEqual({
      ok: true,
      value: { userId: "dana", after: 7, timeoutMs: 1 },
    });
  });

  it("refuses an unknown key in the query without asking the platform", async () => {
    const deed = vi.fn();
    const answer = await get(readRoute(schema, deed), "?userId=dana&also=everything");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ ok: false, error: { code: "invalid", path: "also" } });
    expect(deed).not.toHaveBeenCalled();
  });

  it("gives a failure the matching status, also without caching", async () => {
    const refusing = readRoute(schema, async () =>
      dataOf({ data: null, error: { code: "PT404", message: "" }, status: 404 }),
    );
    expect((await get(refusing, "?userId=dana")).status).toBe(404);
    identity = null;
    const answer = await get(refusing, "?userId=dana");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });
});
