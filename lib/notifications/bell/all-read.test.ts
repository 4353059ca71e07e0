import { describe, expect, it } from "vitest";
import { fakeBellWorld, joinedWorld, shownBy, truthOf } from "@/lib/testing/fake-bell-world";
import type { TakeBack } from "./all-read";

/** A person with 50 unread notifications: more than a page, and seven batches of the fake server. */
async function fifty() {
  const world = await joinedWorld();
  for (let made = 0; made < 50; made += 1) world.hint(world.server.insert());
  await world.clock.advance(1_000);
  const ways: TakeBack[] = [];
  const press = () => world.bell.markAllRead((takeBack) => ways.push(takeBack));
  const unread = () => world.server.read(0).unread;
  return { ...world, ways, press, unread };
}

it("shows everything as read in the same moment, and stores it batch after batch", async () => {
  const { clock, bell, press, unread } = await fifty();
  const stored = press();
  expect(bell.view()).toMatchObject({ unread: 0 });
  expect(bell.view().rows.every((row) => row.read_at !== null)).toBe(true);
  await clock.advance(5_000);
  expect((await stored).ok).toBe(true);
  expect(unread()).toBe(0);
});

it("touches nothing that came after what the person had before them, heard of or not", async () => {
  const { clock, server, network, hint, bell, press } = await fifty();
  network.delays = [300];
  // Heard of and not yet read: the person has not had it before them.
  hint(server.insert());
  void press();
  await clock.advance(400);
  hint(server.insert());
  await clock.advance(20_000);
  const unread = bell.view().rows.filter((row) => row.read_at === null);
  expect(unread.map((row) => row.seq)).toEqual([52, 51]);
  expect(shownBy(bell)).toEqual(truthOf(server));
});

it("a batch that fails is told, keeps what is stored, and shows the rest unread again", async () => {
  const { clock, server, network, bell, press, unread } = await fifty();
  network.delays = [50];
  const stored = press();
  await clock.advance(400);
  network.fails = true;
  await clock.advance(200);
  expect(await stored).toMatchObject({ ok: false, error: { code: "unavailable" } });
  network.fails = false;
  await clock.advance(60_000);
  expect(bell.view().refused?.error.code).toBe("unavailable");
  expect(unread()).toBeGreaterThan(0);
  expect(unread()).toBeLessThan(50);
  expect(shownBy(bell)).toEqual(truthOf(server));
});

it("the next press goes on with a mark that stopped, and one way back takes both back", async () => {
  const { clock, server, network, bell, ways, press, unread } = await fifty();
  network.delays = [50];
  void press();
  await clock.advance(400);
  network.fails = true;
  await clock.advance(200);
  network.fails = false;
  void press();
  await clock.advance(10_000);
  expect(unread()).toBe(0);
  void ways.at(-1)?.();
  await clock.advance(10_000);
  expect(unread()).toBe(50);
  expect(shownBy(bell)).toEqual(truthOf(server));
});

it("is taken back exactly: what was read before it, or marked since, stays as it is", async () => {
  const { clock, server, bell, ways, press } = await fifty();
  const [newest, ...older] = server.ids();
  server.mark({ ids: older.slice(0, 3), read: true }).commit();
  void press();
  await clock.advance(5_000);
  if (newest) {
    server.mark({ ids: [newest], read: false }).commit();
    server.mark({ ids: [newest], read: true }).commit();
  }
  const seen = () =>
    bell
      .view()
      .rows.map((row) => row.read_at === null)
      .slice(0, 5);
  const wanted = [false, false, false, false, true];
  bell.resync();
  await clock.advance(1_000);
  void ways[0]?.();
  await clock.settle();
  expect(seen()).toEqual(wanted);
  await clock.advance(10_000);
  expect(server.read(0).unread).toBe(46);
  expect(seen()).toEqual(wanted);
  expect(shownBy(bell)).toEqual(truthOf(server));
});

describe("taken back while it is stored", () => {
  async function underWay() {
    const world = await fifty();
    world.network.delays = [50];
    void world.press();
    await world.clock.advance(300);
    expect(world.unread()).toBeLessThan(50);
    void world.ways[0]?.();
    return world;
  }

  it("it sends no further batch", async () => {
    const { clock, unread } = await underWay();
    // As long as the batch under way and three of the way back take; all seven would take longer.
    await clock.advance(800);
    expect(unread()).toBe(50);
  });

  it("it waits for the batch under way, however much quicker the way back is", async () => {
    const { clock, network, unread } = await underWay();
    network.delays = [1];
    await clock.advance(10_000);
    expect(unread()).toBe(50);
  });
});

it("offers the way back once, and none where nothing was stored", async () => {
  const { clock, network, ways, press } = await fifty();
  network.fails = true;
  void press();
  await clock.advance(1_000);
  expect(ways).toEqual([]);
  network.fails = false;
  void press();
  await clock.advance(10_000);
  expect(ways).toHaveLength(1);
});

it("is shown in the other tabs by what they read", async () => {
  const { clock, server, openTab, emit, bells } = fakeBellWorld();
  openTab();
  openTab({ leader: false });
  for (let made = 0; made < 20; made += 1) server.insert();
  emit({ kind: "joined" });
  await clock.advance(10_000);
  void bells[1]?.markAllRead(() => undefined);
  await clock.advance(10_000);
  expect(bells.map((bell) => bell.view().unread)).toEqual([0, 0]);
});
