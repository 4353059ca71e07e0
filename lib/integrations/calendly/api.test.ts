import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Asked } from "@/lib/provider-request";
import { answered, faulty, type Access } from "@/lib/integrations/contract/duties";
import { calendlyApi } from "./api";

const apiUrl = "https://api.calendly.test";
const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Asked => ({
  answered: true,
  status,
  headers: new Headers(headers),
  body,
});

function ground(replies: Asked[], access?: Partial<Access>) {
  const asked: string[] = [];
  const api = calendlyApi({
    apiUrl,
    async ask(url, { headers }) {
      asked.push(`${url} ${new Headers(headers).get("authorization")}`);
      return replies.shift() ?? reply(404, {});
    },
    access: { token: async () => answered("one"), renewed: async () => answered("two"), ...access },
    now: () => 0,
  });
  return { api, asked };
}
const anything = z.unknown();
const get = (replies: Asked[], access?: Partial<Access>) =>
  ground(replies, access).api.one(anything, "GET", "/x");

describe("a request to Calendly", () => {
  it("whose token is not taken is made once more with another, and never a third time", async () => {
    const { api, asked } = ground([reply(401, {}), reply(401, {}), reply(200, { resource: 1 })]);
    expect(await api.one(anything, "GET", "/x")).toEqual(faulty("credentials"));
    expect(asked).toEqual([`${apiUrl}/x Bearer one`, `${apiUrl}/x Bearer two`]);
    expect(await get([reply(401, {})], { renewed: async () => faulty("credentials") })).toEqual(
      faulty("credentials"),
    );
  });

  it.each([
    [403, { title: "Insufficient scope", message: "…" }, "scope"],
    [403, { title: "Permission Denied", message: "Please upgrade to a paid Calendly account." }, "plan"],
    [403, { title: "Permission Denied", message: "This user is not in your organization" }, "refused"],
    [404, {}, "gone"],
    [409, {}, "exists"],
    [400, {}, "refused"],
    [424, {}, "unreachable"],
    [500, null, "unreachable"],
    [503, "<html>", "unreachable"],
  ])("answered by %i %j says why", async (status, body, fault) => {
    expect(await get([reply(status, body)])).toEqual({ ok: false, fault });
  });

  it.each([
    [{ "x-ratelimit-reset": "3" }, 3],
    [{ "retry-after": "7", "x-ratelimit-reset": "3" }, 7],
    [{}, 60],
    [{ "x-ratelimit-reset": "1764756000" }, 60],
  ])("that comes too often waits as %j says", async (headers, seconds) => {
    expect(await get([reply(429, null, headers)])).toEqual(faulty("limit", seconds));
  });

  it("that gets no answer, or one that is no answer of theirs, is no success", async () => {
    expect(await get([{ answered: false, fault: "timeout" }])).toEqual(faulty("unreachable"));
    expect(await ground([reply(200, {})]).api.one(z.object({}), "GET", "/x")).toEqual(faulty("refused"));
  });
});

describe("a list", () => {
  const page = (collection: unknown[], next_page_token: string | null, next_page: string | null = null) =>
    reply(200, { collection, pagination: { next_page_token, next_page } });

  it("is fetched page by page at our own address, whatever address the answer names", async () => {
    const { api, asked } = ground([page([1], "t2", "https://evil.test/steal"), page(["no number", 2], null)]);
    expect(await api.all(z.number(), "/list", { user: "u" })).toEqual(answered([1, 2]));
    expect(asked.every((url) => url.startsWith(`${apiUrl}/list?`))).toBe(true);
    expect(asked[1]).toContain("page_token=t2");
  });

  it("of which a page fails is no list", async () => {
    const { api } = ground([page([1], "t2"), reply(500, {})]);
    expect(await api.all(z.number(), "/list", {})).toEqual(faulty("unreachable"));
  });
});

it("an address that is not below ours has no path: no token goes there", () => {
  const { api } = ground([]);
  expect(api.pathOf(`${apiUrl}/users/1`)).toBe("/users/1");
  for (const uri of ["https://evil.test/users/1", `${apiUrl}.evil.test/x`, apiUrl])
    expect(api.pathOf(uri)).toBeNull();
});
