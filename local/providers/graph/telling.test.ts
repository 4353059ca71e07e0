import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asJson, bodyOf, listen, listener } from "../http";
import { someLetters } from "../modes";
import { graphApp } from "./app";
import { type Graph, startGraph } from "./graph";
import { forgeries, type Mode } from "./webhooks";

const began = Date.parse("2026-12-01T00:00:00Z");
const dayS = 24 * 60 * 60;
let graph: Graph;
let receiver: { port: number; stop(): Promise<void> };
let heard: { after: number; body: string; isSigned: boolean }[];
/** What the receiver answers, one after the other; the last goes on. */
let answers: number[];

beforeEach(async () => {
  [heard, answers] = [[], [200]];
  const answer = listener(async (request) => {
    const body = await bodyOf(request);
    const hex = createHmac("sha256", graphApp.appSecret).update(body).digest("hex");
    const isSigned = request.headers["x-hub-signature-256"] === `sha256=${hex}`;
    heard.push({ after: (graph.now() - began) / 1_000, body: body.toString(), isSigned });
    return asJson((answers.length > 1 ? answers.shift() : answers[0]) ?? 200, {}, { location: "/other" });
  });
  receiver = await listen(createServer(answer), 0);
  const webhookUrl = `http://127.0.0.1:${receiver.port}/`;
  graph = await startGraph({ port: 0, webhookUrl, now: () => began });
});
afterEach(async () => {
  await graph.stop();
  await receiver.stop();
});

const write = (mode: Mode = "normal") => graph.receive("972501234567", someLetters, mode);
const times = () => heard.map(({ after }) => after);
const pass = (seconds: number) => graph.resending.pass(seconds);

describe("what a receiver of Meta's does not answer with 200", () => {
  it("comes again as it was, each time after twice the wait, until it is", async () => {
    answers = [500, 204, 302, 200];
    expect(await write()).toBe(500);
    await pass(59);
    expect(times()).toEqual([0]);
    await pass(dayS);
    expect(times()).toEqual([0, 60, 180, 420]);
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
  });

  it("comes for seven days, and no longer", async () => {
    answers = [500];
    await write();
    await pass(7 * dayS - 1);
    const before = heard.length;
    await pass(1);
    expect([times().at(-1), heard.length]).toEqual([7 * dayS, before + 1]);
    await pass(30 * dayS);
    expect(heard).toHaveLength(before + 1);
  });
});

describe("how a delivery differs", () => {
  it.each(forgeries)("with %s it is not signed as Meta signs, and comes once", async (mode) => {
    answers = [403];
    await write(mode);
    await pass(dayS);
    expect(heard).toMatchObject([{ isSigned: false }]);
  });

  it("twice, or answered too late: the same comes again", async () => {
    expect(await write("duplicate")).toBe(200);
    expect(await write("slowReceiver")).toBeNull();
    await pass(dayS);
    const [one, two, three, four] = heard.map(({ body }) => body);
    expect([one, three, times()]).toEqual([two, four, [0, 0, 0, 60]]);
  });

  it("in letters that are escaped, or not; signed are the bytes", async () => {
    await write();
    await write("unicodeBody");
    await write("bigBody");
    expect(heard.map(({ isSigned }) => isSigned)).toEqual([true, true, true]);
    expect(heard[0]?.body).toMatch(/^[\x20-\x7e]+$/);
    expect(heard[1]?.body).toContain(someLetters);
    expect(heard[2]?.body.length).toBeGreaterThan(3 * 1_024 * 1_024);
  });
});

describe("on demand", () => {
  const control = async (deed: string, given: object) => {
    const body = JSON.stringify(given);
    return (await fetch(`${graph.url}/control/${deed}`, { method: "POST", body })).json();
  };
  const headers = { authorization: `Bearer ${graphApp.token}`, "content-type": "application/json" };

  it("Meta takes what may not be written, and tells afterwards that it failed", async () => {
    await control("behave", { refusesLate: true });
    const text = { messaging_product: "whatsapp", to: "972509999999", type: "text", text: { body: "hi" } };
    const url = `${graph.url}/v25.0/${graphApp.phoneNumberId}/messages`;
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(text) });
    expect(await answer.json()).toMatchObject({ messages: [{ message_status: "accepted" }] });
    await expect.poll(() => heard.at(-1)?.body).toContain('"errors":[{"code":131047');
  });

  it("Meta tells of an account, answers what a test says, and counts what it does not have", async () => {
    await control("tellAccount", {
      account: graphApp.accountId,
      field: "account_update",
      value: { event: "X" },
    });
    expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({
      entry: [{ id: graphApp.accountId, changes: [{ field: "account_update", value: { event: "X" } }] }],
    });
    await control("fault", { status: 503, body: "<html>" });
    const ask = async (path: string) => (await fetch(`${graph.url}/v25.0${path}`, { headers })).status;
    expect([await ask(`/${graphApp.accountId}`), await ask(`/${graphApp.accountId}`)]).toEqual([503, 200]);
    await ask(`/${graphApp.accountId}/flows`);
    expect(await control("state", {})).toMatchObject({ unexpected: [`GET /${graphApp.accountId}/flows`] });
  });
});
