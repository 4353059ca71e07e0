import { describe, expect, it } from "vitest";
import { fakeClock } from "@/lib/testing/fake-clock";
import { fail, ok, type Result } from "@/lib/result";
import { createBell } from "./bell";
import type { FeedAnswer } from "@/lib/notifications/notification";
import { fakeNotificationServer } from "@/lib/testing/fake-notification-server";
import { hintOf, startMicros } from "@/lib/testing/fake-bell-world";

describe("the bell of a single tab", () => {
  /** A bell whose reads the test answers. */
  function byHand(leader: boolean) {
    const clock = fakeClock();
    const server = fakeNotificationServer(() => startMicros + clock.timers.now() * 1000);
    server.insert();
    const waiting: ((result: Result<FeedAnswer>) => void)[] = [];
    const bell = createBell({
      initial: server.read(0),
      load: () => new Promise((resolve) => waiting.push(resolve)),
      mark: async () => fail("unavailable"),
      markBatch: async () => fail("unavailable"),
      change: async () => fail("unavailable"),
      timers: clock.timers,
      isVisible: () => true,
      tabs: { isLeader: () => leader, share: () => undefined },
    });
    const answer = async (result: Result<FeedAnswer>) => {
      waiting.shift()?.(result);
      await clock.advance(1_000);
    };
    return { clock, server, bell, waiting, answer };
  }

  it("reads again for a hint that came while a read was under way", async () => {
    const { server, bell, answer, waiting } = byHand(true);
    bell.onEvent(hintOf(1));
    const early = server.read(0);
    server.mark({ ids: server.ids(), read: true }).commit();
    bell.onEvent(hintOf(1));
    await answer(ok(early));
    expect(bell.view().unread).toBe(1);
    expect(waiting).toHaveLength(1);
    await answer(ok(server.read(0)));
    expect(bell.view().unread).toBe(0);
    expect(waiting).toHaveLength(0);
  });

  it("repeats a failed read without any other event", async () => {
    const { clock, server, bell, answer, waiting } = byHand(true);
    bell.onEvent({ kind: "joined" });
    await answer(ok(server.read(0)));
    await clock.advance(5_000);
    await answer(ok(server.read(0)));
    server.insert();
    bell.onEvent(hintOf(2));
    await answer(fail("unavailable"));
    await clock.advance(1_000);
    expect(waiting).toHaveLength(1);
    await answer(ok(server.read(0)));
    expect(bell.view()).toMatchObject({ unread: 2, status: "live" });
  });

  it("reads by itself if the leader shared only an answer from before the hint", async () => {
    const { clock, server, bell, waiting } = byHand(false);
    const early = server.read(0);
    bell.onEvent(hintOf(1));
    bell.onShared({ kind: "feed", answer: early, complete: false }, true);
    await clock.advance(2_000);
    expect(waiting).toHaveLength(1);
  });

  it("does not read if the leader shared a complete answer", async () => {
    const { clock, server, bell, waiting } = byHand(false);
    bell.onEvent(hintOf(1));
    bell.onShared({ kind: "feed", answer: server.read(0), complete: true }, true);
    await clock.advance(2_000);
    expect(waiting).toHaveLength(0);
  });

  it("notices a mark that the server stored although its answer was lost", async () => {
    const { clock, server, bell, answer } = byHand(true);
    server.mark({ ids: server.ids(), read: true }).commit();
    await bell.markAllRead(() => undefined);
    expect(bell.view().unread).toBe(1);
    await clock.settle();
    await answer(ok(server.read(0)));
    expect(bell.view().unread).toBe(0);
  });
});
