import { describe, expect, it } from "vitest";
import { fakeClock } from "@/lib/testing/fake-clock";
import { fail, ok } from "@/lib/result";
import { createBell } from "./bell";
import { fakeBellWorld, hintOf, joinedWorld, shownBy, truthOf } from "@/lib/testing/fake-bell-world";

const noWayBack = () => undefined;

describe("the dot", () => {
  it("says live only when everything missed before the join has been read", async () => {
    const { clock, network, openTab, emit } = fakeBellWorld();
    const bell = openTab();
    network.delays = [500];
    expect(bell.view().status).toBe("catching_up");
    emit({ kind: "joined" });
    await clock.advance(900);
    expect(bell.view().status).toBe("catching_up");
    await clock.advance(200);
    expect(bell.view().status).toBe("live");
  });

  it("says polling when the channel does not open within 8 s, or is lost", async () => {
    const { clock, openTab, emit } = fakeBellWorld();
    const bell = openTab();
    await clock.advance(8_100);
    expect(bell.view().status).toBe("polling");
    emit({ kind: "joined" });
    await clock.advance(100);
    emit({ kind: "lost", reason: "token expired" });
    expect(bell.view().status).toBe("polling");
  });

  it("says offline when reading fails, and recovers by itself", async () => {
    const { clock, network, bell, emit, status } = await joinedWorld();
    network.fails = true;
    emit({ kind: "lost", reason: "socket closed" });
    await clock.advance(1_000);
    expect(status()).toBe("offline");
    network.fails = false;
    await clock.advance(30_000);
    expect(status()).toBe("polling");
    expect(bell.view().knownAt).not.toBeNull();
  });

  it.each(["unauthenticated", "wrong_user"] as const)(
    "says ended on %s, asks seldom, and recovers when the person is back",
    async (code) => {
      const clock = fakeClock();
      let loads = 0;
      let isBack = false;
      const bell = createBell({
        initial: null,
        load: async () => {
          loads += 1;
          return isBack ? ok({ rows: [], head: 0, unread: 0, at: "2026-11-22T10:00:00+00:00" }) : fail(code);
        },
        mark: async () => fail(code),
        markBatch: async () => fail(code),
        change: async () => fail(code),
        timers: clock.timers,
        isVisible: () => true,
        tabs: { isLeader: () => true, share: () => undefined },
      });
      await clock.advance(600_000);
      expect(bell.view().status).toBe("ended");
      expect(loads).toBeLessThanOrEqual(21);
      isBack = true;
      bell.resync();
      await clock.advance(1_000);
      expect(bell.view().status).toBe("polling");
    },
  );
});

describe("reading again", () => {
  it("polls every eight seconds or so while the channel is lost, and not at all while it is joined", async () => {
    const { clock, emit, loads } = await joinedWorld();
    const atRest = loads();
    await clock.advance(3_600_000);
    expect(loads()).toBe(atRest);
    emit({ kind: "lost", reason: "socket closed" });
    await clock.advance(600_000);
    expect(loads() - atRest).toBeGreaterThanOrEqual(50);
    expect(loads() - atRest).toBeLessThanOrEqual(76);
  });

  it("reads again 5 s after a join, for notifications made before the channel was truly open", async () => {
    const { clock, server, openTab, emit } = fakeBellWorld();
    const bell = openTab();
    emit({ kind: "joined" });
    await clock.advance(3_000);
    server.insert();
    expect(bell.view().unread).toBe(0);
    await clock.advance(2_500);
    expect(shownBy(bell)).toEqual(truthOf(server));
  });

  it("costs a burst of a hundred hints only a few reads", async () => {
    const { clock, server, hint, bell, loads } = await joinedWorld();
    const before = loads();
    for (let made = 0; made < 100; made += 1) hint(server.insert());
    await clock.advance(2_000);
    expect(bell.view().unread).toBe(100);
    expect(loads() - before).toBeLessThanOrEqual(3);
  });

  it("is left to the leading tab, which shares its answer", async () => {
    const { clock, server, hint, openTab, emit, bells, loads } = fakeBellWorld();
    openTab();
    openTab({ leader: false });
    emit({ kind: "joined" });
    await clock.advance(10_000);
    const before = loads();
    hint(server.insert());
    await clock.advance(10_000);
    expect(bells.map((bell) => bell.view().unread)).toEqual([1, 1]);
    expect(loads() - before).toBe(1);
  });

  it("is done by another tab if the leading one does not share", async () => {
    const { clock, server, openTab } = fakeBellWorld();
    const follower = openTab({ leader: false });
    follower.onEvent({ kind: "joined" });
    await clock.advance(10_000);
    const seq = server.insert();
    follower.onEvent(hintOf(seq));
    await clock.advance(2_000);
    expect(follower.view().unread).toBe(1);
  });

  it("asks again while the answer is older than the hint (a replica that lags)", async () => {
    const { clock, server, hint, bell } = await joinedWorld();
    hint(1);
    await clock.advance(3_000);
    server.insert();
    await clock.advance(10_000);
    expect(bell.view().unread).toBe(1);
  });
});

describe("a new notification", () => {
  it("is announced once, newest first; one that was there at the start is not announced", async () => {
    const { clock, server, hint, openTab, emit } = fakeBellWorld();
    server.insert();
    const bell = openTab({ initial: false });
    emit({ kind: "joined" });
    await clock.advance(10_000);
    expect(bell.view().arrived).toBeNull();
    hint(server.insert());
    hint(server.insert());
    await clock.advance(1_000);
    expect(bell.view().arrived?.rows.map((row) => row.seq)).toEqual([3, 2]);
    const { key } = bell.view().arrived ?? {};
    bell.resync();
    await clock.advance(1_000);
    expect(bell.view().arrived?.key).toBe(key);
  });
});

it("takes a refused mark back and says why", async () => {
  const { clock, server, network, openTab, emit } = fakeBellWorld();
  server.insert();
  const bell = openTab();
  emit({ kind: "joined" });
  await clock.advance(10_000);
  network.fails = true;
  void bell.markAllRead(noWayBack);
  expect(bell.view().unread).toBe(0);
  await clock.advance(100);
  expect(bell.view().unread).toBe(1);
  expect(bell.view().refused?.error.code).toBe("unavailable");
});

it("leaves no timer behind when it is stopped", async () => {
  const { clock, bell, emit } = await joinedWorld();
  emit({ kind: "lost", reason: "socket closed" });
  bell.stop();
  await clock.advance(100);
  expect(clock.pending()).toBe(0);
});
