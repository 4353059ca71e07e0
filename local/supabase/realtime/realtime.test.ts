import { randomUUID } from "node:crypto";
import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { createTestDatabase, type TestDatabase } from "../../test-database";
import { createFeed, issueToken, startTestSupabase, stockClient, subscribe } from "../../test-supabase";
import type { Supabase } from "../supabase";

const POLICIES = `
  create policy "people listen to their own channel" on realtime.messages for select to authenticated
    using (extension = 'broadcast' and realtime.topic() = 'user:' || (select auth.uid())::text);
  create policy "people speak in the open room" on realtime.messages for insert to authenticated
    with check (extension = 'broadcast' and realtime.topic() = 'room:open');
  create policy "people listen to the open room" on realtime.messages for select to authenticated
    using (extension = 'broadcast' and realtime.topic() = 'room:open');
`;

let database: TestDatabase;
let supabase: Supabase;
const clients: SupabaseClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ migrations: false });
  await database.pool.query(POLICIES);
  supabase = await startTestSupabase(database);
});
afterEach(async () => {
  for (const client of clients.splice(0)) {
    await client.removeAllChannels();
    await client.realtime.disconnect();
  }
});
afterAll(async () => {
  await supabase.stop();
  await database.drop();
});

/** A stock client with a socket of its own, which speaks for this person. */
async function personOnline(id: string, token: () => Promise<string> = () => issueToken(id)) {
  const client = stockClient(supabase, token);
  clients.push(client);
  await client.realtime.setAuth();
  return client;
}

function send(topic: string, event: string, payload: object, isPrivate = true) {
  return database.pool.query("select realtime.send($1::jsonb, $2, $3, $4)", [
    payload,
    event,
    topic,
    isPrivate,
  ]);
}

function privateChannel(
  client: SupabaseClient,
  topic: string,
  broadcast: { ack?: boolean; self?: boolean } = {},
) {
  return client.channel(topic, { config: { private: true, broadcast } });
}

describe("broadcast from the database", () => {
  it("reaches the person whose channel it is, with the payload and the id of its row", async () => {
    const me = randomUUID();
    const channel = privateChannel(await personOnline(me), `user:${me}`);
    const heard = createFeed<unknown>();
    channel.on("broadcast", { event: "notification" }, (message) => heard.push(message));
    expect(await subscribe(channel).next()).toEqual({ status: "SUBSCRIBED", message: undefined });

    await send(`user:${me}`, "notification", { id: "n1", seq: 7, words: "שלום" });

    expect(await heard.next()).toEqual({
      type: "broadcast",
      event: "notification",
      payload: { id: "n1", seq: 7, words: "שלום" },
      meta: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it("keeps the order of the commits", async () => {
    const me = randomUUID();
    const channel = privateChannel(await personOnline(me), `user:${me}`);
    const heard = createFeed<number>();
    channel.on("broadcast", { event: "n" }, ({ payload }) => heard.push(payload.seq));
    await subscribe(channel).next();

    for (let seq = 1; seq <= 50; seq++) await send(`user:${me}`, "n", { seq });

    const seen: number[] = [];
    while (seen.length < 50) seen.push(await heard.next());
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it("says nothing of a transaction that is rolled back", async () => {
    const me = randomUUID();
    const channel = privateChannel(await personOnline(me), `user:${me}`);
    const heard = createFeed<string>();
    channel.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    await subscribe(channel).next();

    const client = await database.pool.connect();
    await client.query("begin");
    await client.query("select realtime.send('{}'::jsonb, 'undone', $1, true)", [`user:${me}`]);
    await client.query("rollback");
    client.release();
    await send(`user:${me}`, "done", {});

    expect(await heard.next()).toBe("done");
  });

  it("hands over whole rows from broadcast_changes", async () => {
    await database.pool.query(`
      create table public.thing (id int, word text);
      create function public.tell() returns trigger language plpgsql as $$ begin
        perform realtime.broadcast_changes('room:open', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
        return null;
      end $$;
      create trigger tell after insert on public.thing for each row execute function public.tell();`);
    const channel = privateChannel(await personOnline(randomUUID()), "room:open");
    const heard = createFeed<unknown>();
    channel.on("broadcast", { event: "INSERT" }, ({ payload }) => heard.push(payload));
    await subscribe(channel).next();

    await database.pool.query("insert into public.thing values (1, 'one')");

    expect(await heard.next()).toMatchObject({
      operation: "INSERT",
      schema: "public",
      table: "thing",
      record: { id: 1, word: "one" },
      old_record: null,
    });
  });

  it("keeps a public and a private channel of one topic apart", async () => {
    const client = await personOnline(randomUUID());
    const channel = client.channel("room:open");
    const heard = createFeed<string>();
    channel.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    await subscribe(channel).next();
    await send("room:open", "private", {}, true);
    await send("room:open", "public", {}, false);
    expect(await heard.next()).toBe("public");
  });
});

describe("who may listen", () => {
  it("refuses another person's channel with the real server's words", async () => {
    const topic = `user:${randomUUID()}`;
    const statuses = subscribe(privateChannel(await personOnline(randomUUID()), topic));
    expect(await statuses.next()).toEqual({
      status: "CHANNEL_ERROR",
      message: `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
    });
  });

  it("refuses a private channel to someone with no more than the publishable key", async () => {
    const client = stockClient(supabase);
    clients.push(client);
    const { status, message } = await subscribe(privateChannel(client, `user:${randomUUID()}`)).next();
    expect(status).toBe("CHANNEL_ERROR");
    expect(message).toMatch(/^Unauthorized/);
  });

  it("refuses a token signed by someone else", async () => {
    const me = randomUUID();
    const [head, body] = (await issueToken(me)).split(".");
    const [, , foreign] = (await issueToken(randomUUID())).split(".");
    const client = await personOnline(me, async () => `${head}.${body}.${foreign}`);
    const { message } = await subscribe(privateChannel(client, `user:${me}`)).next();
    expect(message).toBe("JwtSignatureError: Failed to validate JWT signature");
  });

  it("leaves no trace of the question in the database", async () => {
    const me = randomUUID();
    await subscribe(privateChannel(await personOnline(me), `user:${me}`)).next();
    const { rows } = await database.pool.query("select from realtime.messages where topic = $1", [
      `user:${me}`,
    ]);
    expect(rows).toHaveLength(0);
  });
});

describe("what a client says itself", () => {
  it("is heard by the others and acknowledged where a policy allows it", async () => {
    const heard = createFeed<unknown>();
    const listening = privateChannel(await personOnline(randomUUID()), "room:open");
    listening.on("broadcast", { event: "ping" }, ({ payload }) => heard.push(payload));
    await subscribe(listening).next();
    const speaking = privateChannel(await personOnline(randomUUID()), "room:open", { ack: true });
    const echoed = createFeed<unknown>();
    speaking.on("broadcast", { event: "ping" }, ({ payload }) => echoed.push(payload));
    await subscribe(speaking).next();

    expect(await speaking.send({ type: "broadcast", event: "ping", payload: { a: 1 } })).toBe("ok");
    expect(await heard.next()).toEqual({ a: 1 });
    expect(echoed.pending()).toEqual([]);
  });

  it("comes back to the speaker who asked for it", async () => {
    const channel = privateChannel(await personOnline(randomUUID()), "room:open", { self: true });
    const heard = createFeed<unknown>();
    channel.on("broadcast", { event: "ping" }, ({ payload }) => heard.push(payload));
    await subscribe(channel).next();
    await channel.send({ type: "broadcast", event: "ping", payload: { b: 2 } });
    expect(await heard.next()).toEqual({ b: 2 });
  });

  it("is neither heard nor acknowledged where no policy allows it", async () => {
    const me = randomUUID();
    const heard = createFeed<string>();
    const mine = privateChannel(await personOnline(me), `user:${me}`);
    mine.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    await subscribe(mine).next();
    const client = await personOnline(me);
    const forging = privateChannel(client, `user:${me}`, { ack: true });
    await subscribe(forging).next();

    const answer = forging.send({ type: "broadcast", event: "forged", payload: {} }, { timeout: 300 });
    expect(await answer).toBe("timed out");
    await send(`user:${me}`, "genuine", {});
    expect(await heard.next()).toBe("genuine");
  });
});

describe("the life of a channel", () => {
  it("ends with a reason when the token expires, and the stock client does not come back by itself", async () => {
    const me = randomUUID();
    const expiresAt = Math.floor(Date.now() / 1000) + 2;
    const channel = privateChannel(await personOnline(me, () => issueToken(me, expiresAt)), `user:${me}`);
    const said = createFeed<{ status: string; message: string }>();
    channel.on("system", {}, (message) => said.push(message));
    const statuses = subscribe(channel);
    expect((await statuses.next()).status).toBe("SUBSCRIBED");
    expect(await said.next()).toMatchObject({ extension: "system", status: "error" });
    expect((await statuses.next()).status).toBe("CLOSED");
  });

  it("ends when a new token no longer may read it", async () => {
    const me = randomUUID();
    let speaksFor = me;
    const client = await personOnline(me, () => issueToken(speaksFor));
    const channel = privateChannel(client, `user:${me}`);
    const said = createFeed<{ message: string }>();
    channel.on("system", {}, (message) => said.push(message));
    const statuses = subscribe(channel);
    await statuses.next();
    speaksFor = randomUUID();
    await client.realtime.setAuth();
    expect((await said.next()).message).toMatch(/^You do not have permissions to read/);
    expect((await statuses.next()).status).toBe("CLOSED");
  });

  it("leaves when asked, and hears no more", async () => {
    const me = randomUUID();
    const client = await personOnline(me);
    const channel = privateChannel(client, `user:${me}`);
    const statuses = subscribe(channel);
    await statuses.next();
    expect(await channel.unsubscribe()).toBe("ok");
    expect((await statuses.next()).status).toBe("CLOSED");
  });

  it("comes back by itself after the socket was cut", async () => {
    const me = randomUUID();
    const channel = privateChannel(await personOnline(me), `user:${me}`);
    const heard = createFeed<string>();
    channel.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    const statuses = subscribe(channel);
    await statuses.next();
    supabase.realtime.cutSockets();
    expect((await statuses.next()).status).toBe("CHANNEL_ERROR");
    await statuses.until(({ status }) => status === "SUBSCRIBED");
    await send(`user:${me}`, "again", {});
    expect(await heard.next()).toBe("again");
  });

  it("hears of no connection while they are refused, and of one afterwards", async () => {
    const me = randomUUID();
    supabase.realtime.refuseSockets(true);
    const refused = new WebSocket(
      `${supabase.url}/realtime/v1/websocket?apikey=${supabase.keys.publishable}`,
    );
    const failure = await new Promise<Error>((resolve) => refused.once("error", resolve));
    expect(failure.message).toContain("503");
    supabase.realtime.refuseSockets(false);
    const channel = privateChannel(await personOnline(me), `user:${me}`);
    expect((await subscribe(channel).next()).status).toBe("SUBSCRIBED");
  });
});
