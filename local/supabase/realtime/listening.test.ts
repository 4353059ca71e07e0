import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createQueue, issueToken, subscribe } from "../../test-supabase";
import { privateChannel, type RealtimeFixture, startRealtimeFixture } from "./realtime-fixture";

let platform: RealtimeFixture;
beforeAll(async () => void (platform = await startRealtimeFixture()));
afterEach(() => platform.disconnectAll());
afterAll(() => platform.stop());

describe("broadcast from the database", () => {
  it("reaches the person whose channel it is, with the payload and the id of its row", async () => {
    const me = randomUUID();
    const channel = privateChannel(await platform.online(me), `user:${me}`);
    const heard = createQueue<unknown>();
    channel.on("broadcast", { event: "notification" }, (message) => heard.push(message));
    expect(await subscribe(channel).next()).toEqual({ status: "SUBSCRIBED", message: undefined });

    await platform.send(`user:${me}`, "notification", { id: "n1", seq: 7, words: "שלום" });

    expect(await heard.next()).toEqual({
      type: "broadcast",
      event: "notification",
      payload: { id: "n1", seq: 7, words: "שלום" },
      meta: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it("keeps the order of the commits", async () => {
    const me = randomUUID();
    const channel = privateChannel(await platform.online(me), `user:${me}`);
    const heard = createQueue<number>();
    channel.on("broadcast", { event: "n" }, ({ payload }) => heard.push(payload.seq));
    await subscribe(channel).next();

    for (let seq = 1; seq <= 50; seq++) await platform.send(`user:${me}`, "n", { seq });

    const seen: number[] = [];
    while (seen.length < 50) seen.push(await heard.next());
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it("sends nothing from a transaction that is rolled back", async () => {
    const me = randomUUID();
    const channel = privateChannel(await platform.online(me), `user:${me}`);
    const heard = createQueue<string>();
    channel.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    await subscribe(channel).next();

    const client = await platform.database.pool.connect();
    await client.query("begin");
    await client.query("select realtime.send('{}'::jsonb, 'undone', $1, true)", [`user:${me}`]);
    await client.query("rollback");
    client.release();
    await platform.send(`user:${me}`, "done", {});

    expect(await heard.next()).toBe("done");
  });

  it("sends whole rows from broadcast_changes", async () => {
    await platform.database.pool.query(`
      create table public.thing (id int, word text);
      create function public.tell() returns trigger language plpgsql as $$ begin
        perform realtime.broadcast_changes('room:open', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
        return null;
      end $$;
      create trigger tell after insert on public.thing for each row execute function public.tell();`);
    const channel = privateChannel(await platform.online(randomUUID()), "room:open");
    const heard = createQueue<unknown>();
    channel.on("broadcast", { event: "INSERT" }, ({ payload }) => heard.push(payload));
    await subscribe(channel).next();

    await platform.database.pool.query("insert into public.thing values (1, 'one')");

    expect(await heard.next()).toMatchObject({
      operation: "INSERT",
      schema: "public",
      table: "thing",
      record: { id: 1, word: "one" },
      old_record: null,
    });
  });

  it("keeps a public and a private channel of one topic apart", async () => {
    const client = await platform.online(randomUUID());
    const channel = client.channel("room:open");
    const heard = createQueue<string>();
    channel.on("broadcast", { event: "*" }, ({ event }) => heard.push(event));
    await subscribe(channel).next();
    await platform.send("room:open", "private", {}, true);
    await platform.send("room:open", "public", {}, false);
    expect(await heard.next()).toBe("public");
  });
});

describe("who may listen", () => {
  it("refuses another person's channel with the real server's words", async () => {
    const topic = `user:${randomUUID()}`;
    const statuses = subscribe(privateChannel(await platform.online(randomUUID()), topic));
    expect(await statuses.next()).toEqual({
      status: "CHANNEL_ERROR",
      message: `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
    });
  });

  it("refuses a private channel to a client with the publishable key alone", async () => {
    const client = await platform.online();
    const { status, message } = await subscribe(privateChannel(client, `user:${randomUUID()}`)).next();
    expect(status).toBe("CHANNEL_ERROR");
    expect(message).toMatch(/^Unauthorized/);
  });

  it("refuses a token signed by someone else", async () => {
    const me = randomUUID();
    const [head, body] = (await issueToken(me)).split(".");
    const [, , foreign] = (await issueToken(randomUUID())).split(".");
    const client = await platform.online(me, async () => `${head}.${body}.${foreign}`);
    const { message } = await subscribe(privateChannel(client, `user:${me}`)).next();
    expect(message).toBe("JwtSignatureError: Failed to validate JWT signature");
  });

  it("leaves no probe row in the database", async () => {
    const me = randomUUID();
    await subscribe(privateChannel(await platform.online(me), `user:${me}`)).next();
    const { rows } = await platform.database.pool.query("select from realtime.messages where topic = $1", [
      `user:${me}`,
    ]);
    expect(rows).toHaveLength(0);
  });
});
