import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { startConnection, type ConnectionEvent } from "@/lib/live/connection";
import { browserTimers } from "@/lib/live/timers";
import { createTokenKeeper } from "@/lib/live/token-keeper";
import { createTransport } from "@/lib/live/transport";
import { createBell, type Bell } from "@/lib/notifications/bell/bell";
import type { BellView } from "@/lib/notifications/bell/view";
import { createNotificationStore } from "@/lib/notifications/store";
import { fail, ok } from "@/lib/result";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createQueue, issueToken, startTestSupabase, stockClient } from "@/local/test-supabase";
import { patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let supabase: Awaited<ReturnType<typeof startTestSupabase>>;
let world: World;
const stops: (() => void)[] = [];

beforeAll(async () => {
  // The browser's own; Node 20 has none.
  vi.stubGlobal("WebSocket", WebSocket);
  database = await createTestDatabase();
  supabase = await startTestSupabase(database);
  world = await createWorld(database.pool);
});
afterEach(() => stops.splice(0).forEach((stop) => stop()));
afterAll(async () => {
  await supabase.stop();
  await database.drop();
  vi.unstubAllGlobals();
});

/** A device: the product's own bell, connection, transport and store on the stock client and the real functions. */
function openDevice(userId: string, tokenSeconds = 3600) {
  const store = createNotificationStore(stockClient(supabase, () => issueToken(userId)));
  const events = createQueue<ConnectionEvent>();
  const bell = createBell({
    initial: null,
    load: async (afterSeq) => ok(await store.read(afterSeq)),
    mark: async (mark) => ok(await store.mark(mark)),
    markBatch: async (batch) => ok(await store.markBatch(batch)),
    change: async () => fail("unavailable"),
    timers: browserTimers,
    isVisible: () => true,
    tabs: { isLeader: () => true, share: () => undefined },
  });
  const credentials = async () => ({
    accessToken: await issueToken(userId, Math.floor(Date.now() / 1000) + tokenSeconds),
    // The device believes in its token: only the server's word ends it here.
    expiresInMs: 3_600_000,
    url: supabase.url,
    publishableKey: supabase.keys.publishable,
  });
  const tokens = createTokenKeeper(credentials, Date.now, () => undefined);
  const connection = startConnection(createTransport(`user:${userId}`, tokens), browserTimers, (event) => {
    events.push(event);
    bell.onEvent(event);
  });
  stops.push(connection.stop, bell.stop);
  return { bell, events };
}

function until(bell: Bell, satisfied: (view: BellView) => boolean): Promise<BellView> {
  return new Promise((resolve) => {
    const look = () => {
      if (!satisfied(bell.view())) return;
      leave();
      resolve(bell.view());
    };
    const leave = bell.watch(look);
    look();
  });
}

const isLive = (view: BellView) => view.status === "live";
const turn = (leadId: string, heat: string) =>
  database.pool.query("update public.leads set heat = $2 where id = $1", [leadId, heat]);
/** Of a lead that nobody has been told about: what one lead does in a short time is one line. */
async function turnAnother(heat: string) {
  const { rows } = await database.pool.query<{ id: string }>(
    "insert into public.leads (project_id, name, heat) values ($1, 'Another', 'cold') returning id",
    [world.projectId],
  );
  await turn(rows[0]?.id ?? "", heat);
}

it("a lead's heat rings the bell of its project's members with what the screen needs, and of nobody else", async () => {
  const member = openDevice(world.people.member).bell;
  const stranger = openDevice(world.people.stranger).bell;
  const [before] = await Promise.all([until(member, isLive), until(stranger, isLive)]);
  await turn(world.leadId, "hot");
  await turn(world.leadId, "burning");
  const { rows } = await until(member, (view) => view.rows[0]?.params.to === "burning");
  expect(before.rows.map((row) => row.params.to)).not.toContain("burning");
  expect(rows[0]).toMatchObject({
    category: "heatProgressions",
    action_url: `/leads/${world.leadId}`,
    params: { kind: "heat.milestone", from: "cold", to: "burning", changes: 2 },
    read_at: null,
  });
  expect(stranger.view().rows.map((row) => row.lead_id)).not.toContain(world.leadId);
});

it("what one device marks, another shows", async () => {
  const [one, other] = [openDevice(world.people.owner).bell, openDevice(world.people.owner).bell];
  const [before] = await Promise.all([until(one, isLive), until(other, isLive)]);
  await turnAnother("warm");
  await Promise.all([one, other].map((bell) => until(bell, (view) => view.unread === before.unread + 1)));
  await one.markAllRead(() => undefined);
  const { rows } = await until(other, (view) => view.unread === 0);
  expect(rows.every((row) => row.read_at !== null)).toBe(true);
});

it("a channel that the server closes at the token's end is made anew, and what came meanwhile is caught up", async () => {
  const { bell, events } = openDevice(world.people.owner, 2);
  const before = await until(bell, isLive);
  await events.until((event) => event.kind === "lost");
  await turnAnother("hot");
  await turnAnother("warm");
  await events.until((event) => event.kind === "joined");
  const { unread } = await until(bell, (view) => view.unread === before.unread + 2);
  expect(unread).toBe(before.unread + 2);
});

it("the same channel tells of a changed setting", async () => {
  const { bell, events } = openDevice(world.people.owner);
  await until(bell, isLive);
  await patchSettings(database.pool, world.people.owner, {
    project: world.projectId,
    patch: { widget_visibility: { insights: false } },
  });
  const hint = await events.until((event) => event.kind === "message" && event.event === "settings");
  expect(hint).toMatchObject({ payload: { section: "dashboard", project_id: world.projectId } });
});
