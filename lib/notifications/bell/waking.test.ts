import { describe, expect, it } from "vitest";
import { fakeBellWorld, startMicros } from "@/lib/testing/fake-bell-world";

describe("what was put to sleep", () => {
  it("is back in every tab when it wakes, though nothing tells of it, and of several the soonest first", async () => {
    const { clock, server, openTab, emit } = fakeBellWorld();
    server.insert();
    server.insert();
    const [bell, other] = [openTab(), openTab({ leader: false })];
    emit({ kind: "joined" });
    await clock.advance(10_000);
    const [second = "", first = ""] = server.ids();
    const inMs = (ms: number) => new Date(startMicros / 1000 + clock.timers.now() + ms).toISOString();
    void bell.change({ ids: [first], change: { snoozed_until: inMs(60_000) } });
    void bell.change({ ids: [second], change: { snoozed_until: inMs(20_000) } });
    await clock.advance(19_000);
    expect([bell.view().unread, other.view().unread]).toEqual([0, 0]);
    await clock.advance(1_100);
    expect([bell.view().unread, other.view().unread]).toEqual([1, 1]);
    expect(bell.view().rows.map(({ id }) => id)).toEqual([second]);
    await clock.advance(40_000);
    expect([bell.view().unread, other.view().unread]).toEqual([2, 2]);
  });

  it("comes back, too, to who opens a page while it sleeps", async () => {
    const { clock, server, openTab, emit } = fakeBellWorld();
    server.insert();
    const until = new Date(startMicros / 1000 + 30_000).toISOString();
    server.change({ ids: server.ids(), change: { snoozed_until: until } }).commit();
    const bell = openTab();
    emit({ kind: "joined" });
    await clock.advance(29_000);
    expect(bell.view().unread).toBe(0);
    await clock.advance(1_100);
    expect(bell.view().unread).toBe(1);
  });
});
