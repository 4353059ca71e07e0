import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { createTestDatabase, type TestDatabase } from "../../test-database";
import { createQueue, issueToken, startTestSupabase } from "../../test-supabase";
import type { Supabase } from "../supabase";

/** Tests of exact frames and misbehaving sockets, which the stock client hides. */
let database: TestDatabase;
let supabase: Supabase;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ migrations: false });
  supabase = await startTestSupabase(database);
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await supabase.stop();
  await database.drop();
});

function address(query: string): string {
  return `${supabase.url}/realtime/v1/websocket?${query}`;
}

async function open(version = "2.0.0") {
  const socket = new WebSocket(address(`apikey=${supabase.keys.publishable}&vsn=${version}`));
  sockets.push(socket);
  const frames = createQueue<unknown>();
  socket.on("message", (data) => frames.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once("open", resolve));
  const say = (frame: unknown) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  return { socket, frames, say };
}

async function refusal(query: string) {
  const socket = new WebSocket(address(query));
  return new Promise<{ status: number | undefined; body: unknown }>((resolve) => {
    socket.once("unexpected-response", (_, response) => {
      response.once("data", (data) =>
        resolve({ status: response.statusCode, body: JSON.parse(String(data)) }),
      );
    });
  });
}

const ok = { status: "ok", response: {} };
const joinedOk = { status: "ok", response: { postgres_changes: [] } };

describe("the handshake", () => {
  it("is refused without a key, with a wrong key and with an expired token", async () => {
    expect(await refusal("vsn=2.0.0")).toEqual({ status: 401, body: { error: "Missing API key" } });
    expect((await refusal("apikey=sb_publishable_wrong")).status).toBe(401);
    const expired = await issueToken("someone", Math.floor(Date.now() / 1000) - 100);
    const { status, body } = await refusal(`apikey=${expired}`);
    expect(status).toBe(401);
    expect(JSON.stringify(body)).toContain("Token has expired");
  });
});

describe("frames of version 2.0.0", () => {
  it("answer a heartbeat with its ref", async () => {
    const { frames, say } = await open();
    say([null, "8", "phoenix", "heartbeat", {}]);
    expect(await frames.next()).toEqual([null, "8", "phoenix", "phx_reply", ok]);
  });

  it("answer a join, and a leave with a close whose ref is the join's", async () => {
    const { frames, say } = await open();
    say(["6", "6", "realtime:room", "phx_join", { config: {} }]);
    expect(await frames.next()).toEqual(["6", "6", "realtime:room", "phx_reply", joinedOk]);
    say(["6", "21", "realtime:room", "phx_leave", {}]);
    expect(await frames.next()).toEqual(["6", "21", "realtime:room", "phx_reply", ok]);
    expect(await frames.next()).toEqual(["6", "6", "realtime:room", "phx_close", {}]);
  });

  it("close the first channel when its topic is joined again", async () => {
    const { frames, say } = await open();
    say(["1", "1", "realtime:room", "phx_join", { config: {} }]);
    await frames.next();
    say(["2", "2", "realtime:room", "phx_join", { config: {} }]);
    expect(await frames.next()).toEqual(["1", "1", "realtime:room", "phx_close", {}]);
    expect(await frames.next()).toEqual(["2", "2", "realtime:room", "phx_reply", joinedOk]);
  });

  it("refuse a message to a topic that was not joined", async () => {
    const { frames, say } = await open();
    say(["1", "3", "realtime:elsewhere", "broadcast", {}]);
    const unmatched = { status: "error", response: { reason: "unmatched topic" } };
    expect(await frames.next()).toEqual(["1", "3", "realtime:elsewhere", "phx_reply", unmatched]);
  });

  it("survive malformed frames, in text and in bytes", async () => {
    const { socket, frames, say } = await open();
    say("not json");
    say([1]);
    socket.send(Buffer.from([3, 255, 255, 255]));
    socket.send(Buffer.from([9]));
    say([null, "1", "phoenix", "heartbeat", {}]);
    expect(await frames.next()).toEqual([null, "1", "phoenix", "phx_reply", ok]);
  });

  it("refuse to join for database changes, which this platform does not serve", async () => {
    const { frames, say } = await open();
    const config = { postgres_changes: [{ event: "*", schema: "public", table: "leads" }] };
    say(["1", "1", "realtime:room", "phx_join", { config }]);
    expect(await frames.next()).toMatchObject(["1", "1", "realtime:room", "phx_reply", { status: "error" }]);
  });
});

describe("frames of version 1.0.0", () => {
  it("are JSON objects, broadcasts included", async () => {
    const { frames, say } = await open("1.0.0");
    say({ topic: "realtime:room:v1", event: "phx_join", payload: { config: {} }, ref: "1", join_ref: "1" });
    expect(await frames.next()).toEqual({
      topic: "realtime:room:v1",
      event: "phx_reply",
      payload: joinedOk,
      ref: "1",
    });
    await database.pool.query(`select realtime.send('{"id": "x"}'::jsonb, 'hint', 'room:v1', false)`);
    expect(await frames.next()).toMatchObject({
      topic: "realtime:room:v1",
      event: "broadcast",
      payload: { type: "broadcast", event: "hint", payload: { id: "x" } },
      ref: null,
    });
  });
});
