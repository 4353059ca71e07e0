import { describe, expect, it } from "vitest";
import { durableOrMemory } from "@/lib/device/durable-or-memory";
import { memoryKeyValue } from "@/lib/device/key-value";
import { ok } from "@/lib/result";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { fakeClock } from "@/lib/testing/fake-clock";
import { dashboardOf, fakeSettingsServer, offline, toggled } from "@/lib/testing/fake-settings-server";
import { fakeTabs } from "@/lib/testing/fake-tabs";
import { workCounter } from "@/lib/testing/work-counter";

const ann = "ann";

/** Tabs of one browser, each with its own way to a disk that refuses, or answers nothing until it is woken. */
function tabsOn(disk: ReturnType<typeof memoryKeyValue>, state: "refused" | "silent") {
  const [clock, server, tabs] = [fakeClock(null), fakeSettingsServer(), fakeTabs()];
  const work = workCounter();
  let wake = () => {};
  const woken = new Promise<void>((resolve) => (wake = resolve));
  const meet =
    state === "silent" ? () => woken : () => Promise.reject(new DOMException("no", "SecurityError"));
  const unwilling: typeof disk = {
    ...disk,
    update: (key, change) => meet().then(() => disk.update(key, change)),
    entries: () => meet().then(() => disk.entries()),
  };
  const tab = (name: string, own = unwilling) =>
    fakeBrowser({ disk: durableOrMemory(own, clock.timers), name, clock, server, tabs, work });
  return { tab, server, clock, idle: work.idle, wake };
}

describe('nothing says "Saving" for ever', () => {
  it("in the second of two tabs whose device refuses: it sends what it alone holds", async () => {
    const { tab, server, idle } = tabsOn(memoryKeyValue(), "refused");
    tab("first ").openPage(ann, "p1");
    const { client } = tab("second ").openPage(ann, "p1");
    await idle();
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
    expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
  });

  it("in that tab after an attempt without an answer: it tries again when the network is back", async () => {
    const { tab, server, idle } = tabsOn(memoryKeyValue(), "refused");
    const healthy = server.answer;
    server.answer = offline;
    tab("first ").openPage(ann, "p1");
    const { client } = tab("second ").openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(client.sync()).toMatchObject({ kind: "kept", durable: false });
    server.answer = healthy;
    client.nudge();
    await idle();
    expect(server.rowOf(ann, "p1").version).toBe(1);
  });

  it("where the device never answers: after 4 s the edit is sent from memory, and each later one at once", async () => {
    const { tab, server, clock } = tabsOn(memoryKeyValue(), "silent");
    const { client } = tab("").openPage(ann, "p1");
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    await clock.advance(3_999);
    expect(client.sync()).toMatchObject({ kind: "saving", waiting: 1 });
    await clock.advance(1);
    await clock.settle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
    expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
    await client.edit(dashboardOf("p1"), toggled("insights", false));
    await clock.settle();
    expect(server.rowOf(ann, "p1").version).toBe(2);
  });

  it("and says that it is not kept where the server does not answer either", async () => {
    const { tab, server, clock } = tabsOn(memoryKeyValue(), "silent");
    server.answer = offline;
    const { client } = tab("").openPage(ann, "p1");
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    await clock.advance(4_000);
    await clock.settle();
    expect(client.sync()).toMatchObject({ kind: "kept", waiting: 1, durable: false });
  });
});

describe("a device that answers after a silence", () => {
  it("shows what had waited on it, and it is sent", async () => {
    const disk = memoryKeyValue();
    const earlier = fakeBrowser({ disk: durableOrMemory(disk), name: "earlier " });
    earlier.server.answer = offline;
    const before = earlier.openPage(ann, "p1");
    await before.client.edit(dashboardOf("p2"), toggled("insights", false));
    await earlier.idle();
    before.close();

    const { tab, server, clock, wake } = tabsOn(disk, "silent");
    const { client } = tab("").openPage(ann, "p1");
    await clock.advance(4_000);
    wake();
    await clock.advance(1);
    expect(client.overrides(dashboardOf("p2"))).toEqual(toggled("insights", false));
    expect(server.rowOf(ann, "p2").overrides).toEqual(toggled("insights", false));
  });

  it("gets what the tab held meanwhile, and says so", async () => {
    const disk = memoryKeyValue();
    const { tab, server, clock, wake } = tabsOn(disk, "silent");
    server.answer = offline;
    const { client } = tab("").openPage(ann, "p1");
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    await clock.advance(4_000);
    wake();
    await clock.advance(1);
    expect(client.sync()).toMatchObject({ kind: "kept", waiting: 1, durable: true });
    const kept = await fakeBrowser({ disk }).storage.list(ann);
    expect(kept.flatMap(({ sending }) => sending?.patch ?? [])).toEqual([toggled("metrics", false)]);
  });

  it("keeps what another tab has written there meanwhile", async () => {
    const disk = memoryKeyValue();
    const { tab, server, clock, wake } = tabsOn(disk, "silent");
    server.answer = offline;
    const mute = tab("mute ").openPage(ann, "p1");
    const well = tab("well ", disk).openPage(ann, "p1");
    await well.client.edit(dashboardOf("p1"), toggled("insights", false));
    void mute.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await clock.advance(4_000);
    await well.client.edit(dashboardOf("p1"), toggled("pieCharts", false));
    wake();
    await clock.settle();
    server.answer = async (request) => ok(server.apply(request));
    well.client.nudge();
    await clock.advance(60_000);
    expect(server.rowOf(ann, "p1").overrides).toEqual({
      widget_visibility: { insights: false, metrics: false, pieCharts: false },
    });
    expect(mute.client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
  });
});
