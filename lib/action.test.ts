import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Identity } from "./auth";
import { dataOf } from "./supabase/refusal";

let identity: Identity | null;

vi.mock("./auth", () => ({ getIdentity: async () => identity }));
vi.mock("./supabase/session", () => ({
  personClient: (accessToken: string, timeoutMs: number) => ({ accessToken, timeoutMs }),
}));
vi.mock("./supabase/time-limits", () => ({ readTimeoutMs: 1, writeTimeoutMs: 2 }));

const { action, readAsPerson } = await import("./action");

const schema = z.strictObject({ visible: z.boolean(), userId: z.string().optional() });

describe("action", () => {
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

  it("gives the handler the identity of the sign-in", async () => {
    const act = action(schema, async ({ identity: { userId } }) => userId);
    expect(await act({ visible: true, userId: "dana" })).toEqual({ ok: true, value: "dana" });
  });

  it("does nothing for a page that another person opened", async () => {
    const deed = vi.fn();
    const act = action(schema, deed);
    expect(await act({ visible: true, userId: "omar" })).toMatchObject({ error: { code: "wrong_user" } });
    expect(deed).not.toHaveBeenCalled();
  });

  it("does nothing without a sign-in, or with one that could not be refreshed", async () => {
    const deed = vi.fn();
    identity = null;
    expect(await action(schema, deed)({ visible: true })).toMatchObject({
      error: { code: "unauthenticated" },
    });
    identity = {
      userId: "dana",
      email: "",
      accessToken: "",
      expiresAt: 0,
      expired: true,
      openedByMailAt: null,
    };
    expect(await action(schema, deed)({ visible: true })).toMatchObject({ error: { code: "unavailable" } });
    expect(deed).not.toHaveBeenCalled();
  });

  it("names the field at fault and does not run the handler", async () => {
    const deed = vi.fn();
    const act = action(schema, deed);
    expect(await act({ visible: "yes" })).toMatchObject({ error: { code: "invalid", path: "visible" } });
    expect(await act({ visible: true, admin: 1 })).toMatchObject({
      error: { code: "invalid", path: "admin" },
    });
    expect(await act(JSON.parse('{"visible":true,"__proto__":{}}'))).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await act(undefined)).toMatchObject({ error: { code: "invalid" } });
    expect(deed).not.toHaveBeenCalled();
  });

  it("answers a refusal of the platform as data", async () => {
    const refused = action(schema, async () =>
      dataOf({ data: null, error: { code: "PT403", message: "Not your project" }, status: 403 }),
    );
    expect(await refused({ visible: true })).toEqual({
      ok: false,
      error: { code: "forbidden", message: "Not your project" },
    });
  });

  it("answers a platform that cannot be reached as unavailable", async () => {
    const unreachable = action(schema, async () => {
      throw new TypeError("fetch failed");
    });
    expect(await unreachable({ visible: true })).toMatchObject({ error: { code: "unavailable" } });
  });

  it("throws a bug, after logging it", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const broken = action(schema, async () => {
      throw new RangeError("a bug");
    });
    await expect(broken({ visible: true })).rejects.toThrow("a bug");
    expect(String(written.mock.calls[0]?.[0])).toContain("action failed");
    written.mockRestore();
  });
});

describe("a page's read", () => {
  it("has the rights of the signed-in person and a shorter timeout than a save", async () => {
    identity = {
      userId: "dana",
      email: "",
      accessToken: "dana's",
      expiresAt: 0,
      expired: false,
      openedByMailAt: null,
    };
    expect(await readAsPerson(async (client) => client)).toEqual({
      ok: true,
      value: { accessToken: "dana's", timeoutMs: 1 },
    });
  });

  it("does not run without a sign-in, or with one that could not be refreshed", async () => {
    const read = vi.fn();
    identity = null;
    expect(await readAsPerson(read)).toEqual({ ok: false, error: { code: "unauthenticated" } });
    identity = {
      userId: "dana",
      email: "",
      accessToken: "",
      expiresAt: 0,
      expired: true,
      openedByMailAt: null,
    };
    expect(await readAsPerson(read)).toEqual({ ok: false, error: { code: "unavailable" } });
    expect(read).not.toHaveBeenCalled();
  });
});
