import { expect, it } from "vitest";
import { startConnection, type ChannelHandlers, type ConnectionEvent } from "./connection";
import { fakeClock } from "@/lib/testing/fake-clock";

/** A platform that joins no channel by itself: each test sets the status of its channels. */
function setUp({ join = async () => undefined }: { join?: (attempt: number) => Promise<unknown> } = {}) {
  const clock = fakeClock();
  const channels: (ChannelHandlers & { left: boolean })[] = [];
  const heard: ConnectionEvent[] = [];
  let renewals = 0;
  let disconnected = false;
  const connection = startConnection(
    {
      async join(handlers) {
        const channel = { ...handlers, left: false };
        await join(channels.push(channel));
        return { leave: () => void (channel.left = true) };
      },
      renewToken: () => void (renewals += 1),
      disconnect: () => void (disconnected = true),
    },
    clock.timers,
    (event) => heard.push(event),
  );
  const last = () => channels[channels.length - 1] ?? expect.fail("no channel was opened");
  return {
    clock,
    connection,
    channels,
    last,
    heard: () => heard.splice(0).map((event) => event.kind),
    renewals: () => renewals,
    isDisconnected: () => disconnected,
  };
}

async function joined(options?: Parameters<typeof setUp>[0]) {
  const world = setUp(options);
  await world.clock.settle();
  world.last().onStatus("SUBSCRIBED");
  expect(world.heard()).toEqual(["joined"]);
  return world;
}

it("opens one channel and stays on it for as long as it is joined", async () => {
  const { clock, channels } = await joined();
  await clock.advance(24 * 60 * 60 * 1000);
  expect(channels).toHaveLength(1);
});

it("passes messages on", async () => {
  const { last, heard } = await joined();
  last().onMessage("notification", { seq: 1 });
  expect(heard()).toEqual(["message"]);
});

it("opens a new channel with a new token when the server closes one (an expired or revoked token)", async () => {
  const { clock, channels, last, heard, renewals } = await joined();
  last().onStatus("CLOSED");
  expect(heard()).toEqual(["lost"]);
  expect(renewals()).toBe(1);
  await clock.advance(1_001);
  expect(channels).toHaveLength(2);
  expect(channels[0]?.left).toBe(true);
  last().onStatus("SUBSCRIBED");
  expect(heard()).toEqual(["joined"]);
});

it.each(["CHANNEL_ERROR", "TIMED_OUT"] as const)("lets the Realtime client heal after %s", async (status) => {
  const { clock, channels, last, heard } = await joined();
  last().onStatus(status, "socket closed: 1006");
  await clock.advance(14_000);
  last().onStatus("SUBSCRIBED");
  expect(heard()).toEqual(["lost", "joined"]);
  await clock.advance(600_000);
  expect(channels).toHaveLength(1);
});

it.each(["CHANNEL_ERROR", "TIMED_OUT"] as const)(
  "opens a new channel when %s does not heal",
  async (status) => {
    const { clock, channels, last } = await joined();
    last().onStatus(status);
    await clock.advance(17_000);
    expect(channels).toHaveLength(2);
  },
);

it("does not wait longer for healing when the error is repeated", async () => {
  const { clock, channels, last } = await joined();
  for (let said = 0; said < 10; said += 1) {
    last().onStatus("CHANNEL_ERROR");
    await clock.advance(1_700);
  }
  expect(channels).toHaveLength(2);
});

it("opens a new channel when the server never answers", async () => {
  const { clock, channels } = setUp();
  await clock.advance(17_000);
  expect(channels).toHaveLength(2);
});

it("tries again after ever longer waits while it gets no token", async () => {
  const { clock, channels, heard } = setUp({ join: () => Promise.reject(new Error("unavailable")) });
  await clock.advance(60_000);
  const inTheFirstMinute = channels.length;
  expect(inTheFirstMinute).toBeGreaterThan(3);
  expect(heard()).toEqual(channels.map(() => "lost"));
  await clock.advance(600_000);
  expect(channels.length - inTheFirstMinute).toBeLessThan(100);
});

it("starts again with short waits after a join", async () => {
  const { clock, channels, last } = await joined();
  for (let times = 0; times < 8; times += 1) {
    last().onStatus("CLOSED");
    await clock.advance(30_000);
  }
  last().onStatus("SUBSCRIBED");
  const before = channels.length;
  last().onStatus("CLOSED");
  await clock.advance(1_001);
  expect(channels).toHaveLength(before + 1);
});

it("hears nothing from a channel it has replaced", async () => {
  const { clock, channels, last, heard } = await joined();
  last().onStatus("CLOSED");
  await clock.advance(1_001);
  heard();
  channels[0]?.onStatus("SUBSCRIBED");
  channels[0]?.onMessage("notification", {});
  channels[0]?.onStatus("CLOSED");
  expect(heard()).toEqual([]);
});

it("leaves a channel that opens after it was given up", async () => {
  let open = () => {};
  const { clock, channels } = setUp({
    join: (attempt) => (attempt === 1 ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve()),
  });
  await clock.advance(17_000);
  expect(channels).toHaveLength(2);
  open();
  await clock.settle();
  expect(channels.map(({ left }) => left)).toEqual([true, false]);
});

it("tries at once when nudged, but not while joined and not twice within a moment", async () => {
  const { clock, connection, channels, last } = await joined();
  connection.nudge();
  expect(channels).toHaveLength(1);
  last().onStatus("CHANNEL_ERROR");
  await clock.advance(3_000);
  for (let events = 0; events < 3; events += 1) connection.nudge();
  expect(channels).toHaveLength(2);
});

it("ends for good when it is stopped", async () => {
  const { clock, connection, channels, last, heard, isDisconnected } = await joined();
  last().onStatus("CLOSED");
  connection.stop();
  heard();
  await clock.advance(600_000);
  expect(channels).toHaveLength(1);
  expect(isDisconnected()).toBe(true);
  expect(clock.pending()).toBe(0);
  expect(heard()).toEqual([]);
});
