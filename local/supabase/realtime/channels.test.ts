import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { createQueue, issueToken, subscribe } from "../../test-supabase";
import { privateChannel, type RealtimeFixture, startRealtimeFixture } from "./realtime-fixture";

let platform: RealtimeFixture;
beforeAll(async () => void (platform = await startRealtimeFixture()));
afterEach(() => platform.disconnectAll());
afterAll(() => platform.stop());

describe("a client's own broadcast", () => {
  it("reaches other clients and is acknowledged if a policy allows it", async () => {
    const heard = createQueue<unknown>();
    const listening = privateChannel(await platform.online(randomUUID()), "room:open");
    listening.on("broadcast", { event: "ping" }, ({ payload }) => heard.push(payload));
    await subscribe(listening).next();
    const speaking = privateChannel(await platform.online(randomUUID()), "room:open", { ack: true });
    const echoed = createQueue<unknown>();
    speaking.on("broadcast", { event: "ping" }, ({ payload }) => echoed.push(payload));
    await subscribe(speaking).next();

    expect(await speaking.send({ type: "broadcast", event: "ping", payload: { a: 1 } })).toBe("ok");
    expect(await heard.next()).toEqual({ a: 1 });
    expect(echoed.pending()).toEqual([]);
  });

  it("comes back to its sender on request", async () => {
    const channel = privateChannel(await platform.online(randomUUID()), "room:open", { self: true });
    const heard = createQueue<unknown>();
    channel.on("broadcast", { event: "ping" }, ({ payload }) => heard.push(payload));
    await subscribe(channel).next();
    await channel.send({ type: "broadcast", event: "ping", payload: { b: 2 } });
    expect(await heard.next()).toEqual({ b: 2 });
  });

  it("reaches nobody and is not acknowledged if no policy allows it", async () => {
    const me = randomUUID();
    const heard = createQueue<string>();
    const mine = privateChannel(await platform.online(me), `user:${me}`);
    mine.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    await subscribe(mine).next();
    const client = await platform.online(me);
    const forging = privateChannel(client, `user:${me}`, { ack: true });
    await subscribe(forging).next();

    const answer = forging.send({ type: "broadcast", event: "forged", payload: {} }, { timeout: 300 });
    expect(await answer).toBe("timed out");
    await platform.send(`user:${me}`, "genuine", {});
    expect(await heard.next()).toBe("genuine");
  });
});

describe("the life of a channel", () => {
  it("ends with a reason when the token expires, and the stock client does not rejoin", async () => {
    const me = randomUUID();
    const expiresAt = Math.floor(Date.now() / 1000) + 2;
    const channel = privateChannel(await platform.online(me, () => issueToken(me, expiresAt)), `user:${me}`);
    const said = createQueue<{ status: string; message: string }>();
    channel.on("system", {}, (message) => said.push(message));
    const statuses = subscribe(channel);
    expect((await statuses.next()).status).toBe("SUBSCRIBED");
    expect(await said.next()).toMatchObject({ extension: "system", status: "error" });
    expect((await statuses.next()).status).toBe("CLOSED");
  });

  it("ends when a new token may not read the topic", async () => {
    const me = randomUUID();
    let speaksFor = me;
    const client = await platform.online(me, () => issueToken(speaksFor));
    const channel = privateChannel(client, `user:${me}`);
    const said = createQueue<{ message: string }>();
    channel.on("system", {}, (message) => said.push(message));
    const statuses = subscribe(channel);
    await statuses.next();
    speaksFor = randomUUID();
    await client.realtime.setAuth();
    expect((await said.next()).message).toMatch(/^You do not have permissions to read/);
    expect((await statuses.next()).status).toBe("CLOSED");
  });

  it("ends when the client leaves", async () => {
    const me = randomUUID();
    const client = await platform.online(me);
    const channel = privateChannel(client, `user:${me}`);
    const statuses = subscribe(channel);
    await statuses.next();
    expect(await channel.unsubscribe()).toBe("ok");
    expect((await statuses.next()).status).toBe("CLOSED");
  });

  it("is rejoined by the client after the socket was cut", async () => {
    const me = randomUUID();
    const channel = privateChannel(await platform.online(me), `user:${me}`);
    const heard = createQueue<string>();
    channel.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    const statuses = subscribe(channel);
    await statuses.next();
    platform.supabase.realtime.cutSockets();
    expect((await statuses.next()).status).toBe("CHANNEL_ERROR");
    await statuses.until(({ status }) => status === "SUBSCRIBED");
    await platform.send(`user:${me}`, "again", {});
    expect(await heard.next()).toBe("again");
  });

  it("cannot connect while connections are refused, and can afterwards", async () => {
    const me = randomUUID();
    const { url, keys } = platform.supabase;
    platform.supabase.realtime.refuseSockets(true);
    const refused = new WebSocket(`${url}/realtime/v1/websocket?apikey=${keys.publishable}`);
    const failure = await new Promise<Error>((resolve) => refused.once("error", resolve));
    expect(failure.message).toContain("503");
    platform.supabase.realtime.refuseSockets(false);
    const channel = privateChannel(await platform.online(me), `user:${me}`);
    expect((await subscribe(channel).next()).status).toBe("SUBSCRIBED");
  });
});
