import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphApp } from "./app";
import { type Graph, startGraph } from "./graph";
import type { Account, Token } from "./state";

let graph: Graph;
let now = Date.parse("2026-12-01T10:00:00Z");
let account: Account;
let token: Token;
beforeAll(async () => {
  graph = await startGraph({ port: 0, now: () => now });
  account = graph.state.makeAccount("Acme");
  graph.state.newNumber(account);
  token = graph.state.giveToken(account);
});
afterAll(() => graph.stop());

async function ask(path: string, { bearer = token.value, method = "GET", version = "v25.0" } = {}) {
  const headers = { authorization: `Bearer ${bearer}` };
  const answer = await fetch(`${graph.url}/${version}${path}`, { method, headers });
  return { status: answer.status, body: await answer.json() };
}
const error = (code: number, subcode?: number) => ({
  error: { code, type: "OAuthException", ...(subcode && { error_subcode: subcode }) },
});

describe("the stand-in, as the facts of the Graph API say", () => {
  it("refuses a token that it does not know or that has ended, another account, and a dead version", async () => {
    expect(await ask(`/${account.id}`, { bearer: "x" })).toMatchObject({
      status: 401,
      body: error(190, 463),
    });
    const ending = graph.state.giveToken(account, { ends: now + 1_000 });
    expect((await ask(`/${account.id}`, { bearer: ending.value })).status).toBe(200);
    now += 2_000;
    expect(await ask(`/${account.id}`, { bearer: ending.value })).toMatchObject({ status: 401 });
    expect(await ask(`/${graphApp.accountId}`)).toMatchObject({ status: 400, body: error(100, 33) });
    expect(await ask(`/${account.id}`, { version: "v20.0" })).toMatchObject({
      status: 400,
      body: error(2635),
    });
  });

  it("says of a token to its app alone whose it is, and which accounts it was given for", async () => {
    const path = `/debug_token?input_token=${token.value}`;
    expect(await ask(path)).toMatchObject({ status: 401 });
    const asApp = { bearer: `${graphApp.appId}|${graphApp.appSecret}` };
    expect((await ask(path, asApp)).body.data).toMatchObject({
      app_id: graphApp.appId,
      is_valid: true,
      expires_at: 0,
      granular_scopes: [{ scope: "whatsapp_business_management", target_ids: [account.id] }, {}],
    });
    expect((await ask("/debug_token?input_token=none", asApp)).body.data.is_valid).toBe(false);
  });

  it("lists 25 at a time unless asked for more, with a cursor and a next page until the end", async () => {
    const big = graph.state.makeAccount(
      "Big",
      Array.from({ length: 60 }, (_, at) => ({
        name: `t${at}`,
        language: "en",
        status: "APPROVED",
        parameters: 0,
      })),
    );
    const bearer = graph.state.giveToken(big).value;
    const path = `/${big.id}/message_templates`;
    const first = (await ask(path, { bearer })).body;
    expect([first.data.length, typeof first.paging.next]).toEqual([25, "string"]);
    const third = (await ask(`${path}?after=${Buffer.from("50").toString("base64url")}`, { bearer })).body;
    expect([third.data.length, third.paging.next]).toEqual([10, undefined]);
  });

  it("tells our app of an account only while that is asked for", async () => {
    const path = `/${account.id}/subscribed_apps`;
    expect((await ask(path)).body).toEqual({ data: [] });
    expect((await ask(path, { method: "POST" })).body).toEqual({ success: true });
    expect((await ask(path)).body.data[0].whatsapp_business_api_data.id).toBe(graphApp.appId);
    await ask(path, { method: "DELETE" });
    expect((await ask(path)).body).toEqual({ data: [] });
  });

  it("exchanges a code once, within half a minute, for the address that it was made for", async () => {
    const redirect = "https://app.test/back";
    const make = () => {
      graph.state.codes.set("code", { token: token.value, ends: now + 30_000, redirect });
    };
    const path = (change: object = {}) =>
      `/oauth/access_token?${new URLSearchParams({
        client_id: graphApp.appId,
        client_secret: graphApp.appSecret,
        redirect_uri: redirect,
        code: "code",
        ...change,
      })}`;
    make();
    expect((await ask(path({ client_secret: "x" }))).status).toBe(400);
    expect((await ask(path())).body).toMatchObject({ access_token: token.value, token_type: "bearer" });
    expect((await ask(path())).status).toBe(400);
    make();
    now += 31_000;
    expect((await ask(path())).status).toBe(400);
  });
});
