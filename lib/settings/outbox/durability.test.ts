import { describe, expect, it } from "vitest";
import { durableOrMemory } from "@/lib/device/durable-or-memory";
import { memoryKeyValue } from "@/lib/device/key-value";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, offline, toggled } from "@/lib/testing/fake-settings-server";

const ann = "ann";

/** A disk that can be filled, and one that refuses altogether. */
function brittleDisk() {
  const disk = memoryKeyValue();
  let state: "fine" | "full" | "refused" = "fine";
  const refuse = () => Promise.reject(new DOMException("no", "QuotaExceededError"));
  const brittle: typeof disk = {
    ...disk,
    update: (key, change) => (state === "fine" ? disk.update(key, change) : refuse()),
    entries: () => (state === "refused" ? refuse() : disk.entries()),
  };
  return { disk, store: durableOrMemory(brittle), become: (next: typeof state) => void (state = next) };
}

describe("an edit that the device does not keep", () => {
  it.each(["full", "refused"] as const)(
    "is shown and sent, and never said to be kept: disk %s",
    async (state) => {
      const { store, become } = brittleDisk();
      become(state);
      const { openPage, idle, server } = fakeBrowser({ disk: store });
      const healthy = server.answer;
      server.answer = offline;
      const { client } = openPage(ann, "p1");
      await client.edit(dashboardOf("p1"), toggled("metrics", false));
      await idle();
      expect(client.views.dashboard("p1").value.widget_visibility.metrics).toBe(false);
      expect(client.sync()).toMatchObject({ kind: "kept", waiting: 1, durable: false });
      server.answer = healthy;
      client.nudge();
      await idle();
      expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
      expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
    },
  );

  it("is kept as soon as there is room again", async () => {
    const { store, become } = brittleDisk();
    become("full");
    const { openPage, idle, server } = fakeBrowser({ disk: store });
    server.answer = offline;
    const { client } = openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    become("fine");
    client.resync();
    await client.edit(dashboardOf("p1"), toggled("insights", false));
    await idle();
    expect(client.sync()).toMatchObject({ waiting: 2, durable: true });
  });
});

it("an old record on a full disk is not sent again long after its edit was stored", async () => {
  const { disk, store, become } = brittleDisk();
  const { openPage, idle, server } = fakeBrowser({ disk: store });
  const healthy = server.answer;
  server.answer = offline;
  const first = openPage(ann, "p1");
  await first.client.edit(dashboardOf("p1"), toggled("metrics", false));
  await idle();
  become("full");
  server.answer = healthy;
  first.client.nudge();
  await idle();
  await first.client.edit(dashboardOf("p1"), toggled("metrics", true));
  await idle();
  first.close();

  const later = fakeBrowser({ disk, server });
  later.openPage(ann, "p1");
  await later.idle();
  expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", true));
});

it("a browser without any storage shows and sends edits all the same, also those made before it was asked", async () => {
  const disk = memoryKeyValue(new Map(), { durable: false });
  const { openPage, idle, server } = fakeBrowser({ disk });
  const healthy = server.answer;
  server.answer = offline;
  const { client } = openPage(ann, "p1");
  void client.edit(dashboardOf("p1"), toggled("metrics", false));
  await idle();
  expect(client.sync()).toMatchObject({ kind: "kept", waiting: 1, durable: false });
  server.answer = healthy;
  client.nudge();
  await idle();
  expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
});

it("what a tab can write again is not taken away for being stale", async () => {
  const { disk, store, become } = brittleDisk();
  await store.update("a", () => "old");
  become("full");
  await store.update("a", () => "newer");
  const [, written] = await Promise.all([store.dropStale("a"), disk.update("a", () => "another tab's")]);
  expect(written).toBe("another tab's");
  await store.dropStale("a");
  expect(await disk.entries()).toEqual([["a", "another tab's"]]);
});
