import { describe, expect, it } from "vitest";
import { z } from "zod";
import { answered, faulty } from "@/lib/integrations/contract/duties";
import type { Asked } from "@/lib/provider-request";
import { graphApi } from "./graph";

const app = {
  ...{ appId: "1", appSecret: "s", apiUrl: "https://graph.test", dialogUrl: "https://d.test" },
  ...{ version: "v25.0", signupId: null, ownNumberId: null },
};
const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Asked => ({
  ...{ answered: true, status, headers: new Headers(headers), body },
});
const refused = (code: number, status = 400, subcode?: number) =>
  reply(status, { error: { code, ...(subcode && { error_subcode: subcode }) } });

/** The Graph API with some answers, the last of which comes again and again. */
function graphWith(...answers: Asked[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const ask = async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answers[Math.min(asked.length, answers.length) - 1] ?? reply(500, null);
  };
  const token = async () => answered("t");
  return { api: graphApi({ app, ask, now: () => 0 }, { token, renewed: token }), asked };
}

it.each<[string, Asked, object]>([
  ["a token that has ended", refused(190), faulty("credentials")],
  ["no login", refused(0), faulty("credentials")],
  ["a status that says so", reply(401, null), faulty("credentials")],
  ["a limit of the app", refused(4), faulty("limit", 60)],
  ["a limit of the account", refused(80_007), faulty("limit", 60)],
  ["a limit with a time", reply(429, {}, { "retry-after": "7" }), faulty("limit", 7)],
  ["no such thing", refused(100, 400, 33), faulty("gone")],
  ["a parameter that is wrong", refused(100), faulty("refused")],
  ["an address that is unknown", reply(404, null), faulty("gone")],
  ["a permission", refused(10, 403), faulty("scope")],
  ["one of many permissions", refused(230, 403), faulty("scope")],
  ["none of them", refused(300), faulty("refused")],
  ["a fault of theirs", refused(2), faulty("unreachable")],
  ["a page of a proxy", reply(502, "<html>"), faulty("unreachable")],
  ["another PIN", refused(133_005), { ...faulty("refused"), problem: "wrongPin" }],
  ["too many PINs", refused(133_016), { ...faulty("refused"), problem: "tooMany" }],
  ["no answer", { answered: false, fault: "timeout" }, faulty("unreachable")],
])("%s is what it means to a connection", async (_, answer, fault) => {
  expect(await graphWith(answer).api.call("GET", "/1")).toEqual(fault);
});

it("what is asked with words in it has them in the body alone, where no log of addresses keeps them", async () => {
  const { api, asked } = graphWith(reply(200, { success: true }));
  await api.call("POST", "/1/register", {}, { pin: "123456" });
  expect(asked[0]?.url).toBe("https://graph.test/v25.0/1/register");
  expect(asked[0]?.init).toMatchObject({
    ...{ method: "POST", body: '{"pin":"123456"}' },
    headers: { "content-type": "application/json" },
  });
});

describe("a list", () => {
  const item = z.object({ id: z.string() });
  const page = (ids: unknown[], after?: string) =>
    reply(200, {
      data: ids.map((id) => ({ id })),
      paging: { cursors: { after }, ...(after && { next: "https://evil.test/next" }) },
    });
  const urlsOf = (asked: { url: string }[]) => asked.map(({ url }) => url.replace(/^.*\?/, ""));

  it("is fetched by its cursors at our own address until none is left; what nobody can read is left out", async () => {
    const { api, asked } = graphWith(page(["a", 5], "x"), page(["b"]));
    expect(await api.all(item, "/1/list", { fields: "id" })).toEqual({
      found: [{ id: "a" }, { id: "b" }],
      ...{ whole: true, fault: null },
    });
    expect(asked.every(({ url }) => url.startsWith("https://graph.test/v25.0/1/list?"))).toBe(true);
    expect(urlsOf(asked)).toEqual(["fields=id&limit=100", "fields=id&limit=100&after=x"]);
  });

  it("of which a page fails is asked for once more, and is not whole where that fails too", async () => {
    const good = graphWith(page(["a"], "x"), reply(500, null), page(["b"]));
    expect(await good.api.all(item, "/1/list", {})).toMatchObject({ whole: true });
    const bad = graphWith(page(["a"], "x"), reply(500, null));
    expect(await bad.api.all(item, "/1/list", {})).toEqual({
      found: [{ id: "a" }],
      ...{ whole: false, fault: faulty("unreachable") },
    });
    expect(bad.asked).toHaveLength(3);
    const limited = graphWith(page(["a"], "x"), refused(4));
    expect(await limited.api.all(item, "/1/list", {})).toMatchObject({ whole: false });
    expect(limited.asked).toHaveLength(2);
  });

  it("that has no end is no whole list", async () => {
    const { api, asked } = graphWith(page(["a"], "x"));
    expect(await api.all(item, "/1/list", {})).toMatchObject({ whole: false, fault: null });
    expect(asked).toHaveLength(50);
  });
});
