import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asJson, listen, listener } from "../http";
import { freePort } from "../../ports";
import { post } from "./posting";

/** How long the service waits: each of its limits ends when a test says so. */
let limits: Map<number, AbortController>;
let asked: number;
let answer: () => Promise<ReturnType<typeof asJson> | "hang" | "cut">;
let receiver: { port: number; stop(): Promise<void> };
beforeEach(async () => {
  [limits, asked, answer] = [new Map(), 0, async () => asJson(204, {})];
  receiver = await listen(createServer(listener(() => ((asked += 1), answer()))), 0);
});
afterEach(() => receiver.stop());

const limit = (ms: number) => {
  const over = new AbortController();
  limits.set(ms, over);
  return over.signal;
};
const sent = (isShut = false, port = receiver.port) =>
  post({ url: `http://127.0.0.1:${port}/`, headers: {}, body: "{}", isShut }, limit);

describe("what is posted", () => {
  it("is waited for ten seconds until a connection comes up, and not for an answer before it has", async () => {
    const posting = sent(true);
    expect([...limits.keys()]).toEqual([10_000]);
    limits.get(10_000)?.abort();
    expect([await posting, asked]).toEqual([null, 0]);
  });

  it("is waited for fifteen seconds from then on: the ten count no more", async () => {
    answer = async () => {
      limits.get(10_000)?.abort();
      return asJson(204, {});
    };
    expect(await sent()).toBe(204);
    answer = async () => {
      limits.get(15_000)?.abort();
      return "hang";
    };
    expect(await sent()).toBeNull();
  });

  it("has no status where nobody listens or the connection breaks, and a redirect is not followed", async () => {
    expect(await sent(false, await freePort())).toBeNull();
    answer = async () => "cut";
    expect(await sent()).toBeNull();
    [answer, asked] = [async () => asJson(307, {}, { location: "/" }), 0];
    expect([await sent(), asked]).toEqual([307, 1]);
  });
});
