import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/result";
import { indexedDisk } from "@/lib/testing/indexed-disk";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, offline, toggled } from "@/lib/testing/fake-settings-server";
import type { SettingsClient } from "./settings-client";

const ann = "ann";
const unreadable = async () => fail("unavailable");

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
const browser = () => fakeBrowser({ disk: indexedDisk() });
const metrics = (client: SettingsClient) => client.views.dashboard("p1").value.widget_visibility.metrics;

describe("with the server out of reach", () => {
  it("shows the last known settings and their age, then the server's; no stored value is overwritten", async () => {
    const { openPage, idle, leap, server } = browser();
    server.changeElsewhere(ann, "p1", toggled("metrics", false));
    const before = openPage(ann, "p1");
    await idle();
    before.close();

    leap(60_000);
    const healthy = server.read;
    server.read = unreadable;
    const { client } = openPage(ann, "p1", { serverReads: false });
    expect(client.views.dashboard("p1").freshness.status).toBe("looking");
    await idle();
    expect(client.views.dashboard("p1").freshness).toEqual({
      status: "cached",
      at: new Date(0).toISOString(),
    });
    expect(metrics(client)).toBe(false);

    server.changeElsewhere(ann, "p1", toggled("insights", false));
    server.read = healthy;
    leap(30_000);
    await idle();
    expect(client.views.dashboard("p1").freshness.status).toBe("fresh");
    expect(client.views.dashboard("p1").value.widget_visibility).toMatchObject({
      metrics: false,
      insights: false,
    });
    expect(server.requests).toEqual([]);
  });

  it("shows the defaults where this device never knew better, and an edit then meets the stored value openly", async () => {
    const { openPage, idle, leap, server } = browser();
    server.changeElsewhere(ann, "p1", {
      dashboard_preferences: { refreshInterval: 60_000, compactMode: true },
    });
    const [healthy, answering] = [server.read, server.answer];
    server.read = unreadable;
    server.answer = offline;
    const { client } = openPage(ann, "p1", { serverReads: false });
    await idle();
    expect(client.views.dashboard("p1").freshness).toEqual({ status: "defaults", at: null });
    await client.edit(dashboardOf("p1"), { dashboard_preferences: { refreshInterval: 10_000 } });
    await client.edit(dashboardOf("p1"), toggled("metrics", false));

    server.read = healthy;
    server.answer = answering;
    leap(60_000);
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual({
      dashboard_preferences: { refreshInterval: 60_000, compactMode: true },
      widget_visibility: { metrics: false },
    });
    expect(client.sync()).toMatchObject({
      kind: "conflict",
      conflicts: [
        { path: "dashboard_preferences.refreshInterval", base: null, mine: 10_000, theirs: 60_000 },
      ],
    });
    await client.edit(dashboardOf("p1"), { dashboard_preferences: { refreshInterval: 10_000 } });
    await idle();
    expect(client.sync().kind).toBe("saved");
    expect(server.rowOf(ann, "p1").overrides).toMatchObject({
      dashboard_preferences: { refreshInterval: 10_000 },
    });
  });
});

it("an edit made before the device was read is based on the device's record: nobody conflicts with themselves", async () => {
  const { openPage, idle, server } = browser();
  const before = openPage(ann, "p1");
  await before.client.edit(dashboardOf("p1"), toggled("metrics", false));
  await idle();
  before.close();
  const { client } = openPage(ann, "p1", { serverReads: false });
  await client.edit(dashboardOf("p1"), toggled("metrics", true));
  await idle();
  expect(client.sync()).toMatchObject({ kind: "saved", conflicts: [] });
  expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", true));
});

describe("another device", () => {
  it("is followed when a hint tells of a version that is not known", async () => {
    const { openPage, idle, server } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    const { version } = server.changeElsewhere(ann, "p1", toggled("metrics", false));
    client.applyHint({ section: "dashboard", project_id: "p1", version });
    await idle();
    expect(metrics(client)).toBe(false);
  });

  it("causes no read for a version that is known already, nor for other sections", async () => {
    const { openPage, idle, server } = browser();
    const { client } = openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    server.read = () => {
      throw new Error("asked");
    };
    client.applyHint({ section: "dashboard", project_id: "p1", version: 1 });
    client.applyHint({ section: "from a later build", project_id: null, version: 9 });
    await idle();
    expect(client.views.dashboard("p1").freshness.status).toBe("fresh");
  });

  it("is not asked for the echo of one's own save, also when it arrives before the answer", async () => {
    const { openPage, idle, server } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    let reads = 0;
    const { read } = server;
    server.read = (...asked) => {
      reads += 1;
      return read(...asked);
    };
    server.answer = async (request) => {
      const { version, ...rest } = server.apply(request);
      client.applyHint({ section: "dashboard", project_id: "p1", version });
      return ok({ version, ...rest });
    };
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(reads).toBe(0);
    client.applyHint({ section: "dashboard", project_id: "p1", version: 2 });
    await idle();
    expect(reads).toBe(1);
  });

  it("never brings back an older version by an answer that was overtaken", async () => {
    const { openPage, idle, server, leap } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    const stale = await server.read(ann, "p1");
    let deliver = () => {};
    server.read = () => new Promise((settle) => (deliver = () => settle(stale)));
    client.resync();
    leap(1);
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await Promise.resolve();
    for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((next) => setImmediate(next));
    expect(server.rowOf(ann, "p1").version).toBe(1);
    deliver();
    await idle();
    expect(metrics(client)).toBe(false);
    expect(client.views.dashboard("p1").overrides).toEqual(toggled("metrics", false));
  });

  it("may restore or empty the database: a lower version that was read later is believed", async () => {
    const { openPage, idle, server, leap } = browser();
    const { client } = openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    leap(1);
    server.empty();
    client.resync();
    await idle();
    expect(metrics(client)).toBe(true);
  });
});
