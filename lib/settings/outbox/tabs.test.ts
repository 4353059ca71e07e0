import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { ok } from "@/lib/result";
import { indexedDisk } from "@/lib/testing/indexed-disk";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { offline, refusing, toggled } from "@/lib/testing/fake-settings-server";

const ann = "ann";
const bob = "bob";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
const browser = () => fakeBrowser({ disk: indexedDisk() });

describe("several tabs", () => {
  it("lose none of each other's edits", async () => {
    const { open, idle, server } = browser();
    const [one, two] = [open(ann), open(ann)];
    await Promise.all([
      one.outbox.record(null, toggled("metrics", false), {}),
      two.outbox.record(null, toggled("insights", false), {}),
      one.outbox.record(null, toggled("pieCharts", false), {}),
      two.outbox.record(null, toggled("revenueChannel", false), {}),
    ]);
    await idle();
    expect(server.rowOf(ann, null).overrides).toEqual({
      widget_visibility: { metrics: false, insights: false, pieCharts: false, revenueChannel: false },
    });
    expect(one.shown.get(null)).toEqual(two.shown.get(null));
  });

  it("send from one of them only, and from the next when that one closes", async () => {
    const { open, idle, server } = browser();
    const tabs = [open(ann), open(ann), open(ann), open(ann)];
    const widgets = ["metrics", "insights", "pieCharts", "recentActivity"];
    await Promise.all(
      tabs.map(({ outbox }, index) => outbox.record(null, toggled(widgets[index] ?? "", false), {})),
    );
    await idle();
    expect(new Set(server.requests.map(({ opId }) => opId)).size).toBe(server.requests.length);
    expect(Object.keys(server.rowOf(ann, null).overrides["widget_visibility"] ?? {})).toHaveLength(4);

    tabs[0]?.outbox.stop();
    await tabs[3]?.outbox.record(null, toggled("revenueChannel", false), {});
    await idle();
    expect(server.rowOf(ann, null).overrides).toMatchObject(toggled("revenueChannel", false));
  });

  it("all show a row that one of them read", async () => {
    const { open, idle } = browser();
    const [one, two] = [open(ann), open(ann)];
    await one.outbox.learn(null, { overrides: toggled("metrics", false), version: 7, at: 5, startedAt: 4 });
    await idle();
    expect(two.shown.get(null)?.snapshot).toEqual({
      overrides: toggled("metrics", false),
      version: 7,
      at: 5,
    });
  });
});

describe("two people on one device", () => {
  it("never send or see each other's edits, and none is lost", async () => {
    const { open, idle, server, storage } = browser();
    server.answer = offline;
    const first = open(ann);
    await first.outbox.record("p1", toggled("metrics", false), {});
    await idle();
    first.outbox.stop();

    server.answer = async (request) =>
      request.userId === bob ? ok(server.apply(request)) : refusing("wrong_user")();
    server.requests.length = 0;
    const second = open(bob);
    await second.outbox.record("p1", toggled("insights", false), {});
    await idle();
    expect(server.requests.map(({ userId }) => userId)).toEqual([bob]);
    expect([...second.shown.values()].map(({ userId }) => userId)).toEqual([bob]);
    second.outbox.stop();
    await storage.forget(bob);
    expect(await storage.list(bob)).toEqual([]);

    server.answer = async (request) => ok(server.apply(request));
    open(ann);
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
    expect(server.rowOf(bob, "p1").overrides).toEqual(toggled("insights", false));
  });
});

describe("signing out", () => {
  it("sends the waiting edits first and says how many could not be sent", async () => {
    const { open, idle, server } = browser();
    server.answer = offline;
    const { outbox } = open(ann);
    await outbox.record(null, { widget_visibility: { metrics: false, insights: false } }, {});
    await outbox.record("p1", toggled("metrics", false), {});
    await idle();
    expect(await outbox.flush()).toEqual({ waiting: 3 });
    server.answer = async (request) => ok(server.apply(request));
    expect(await outbox.flush()).toEqual({ waiting: 0 });
  });

  it("forgets the person whose pages were open last, and only them", async () => {
    const { storage } = browser();
    await storage.rememberPerson({ userId: ann, shell: { projects: [] }, at: 1 });
    await storage.forget(bob);
    expect(await storage.person()).toMatchObject({ userId: ann });
    await storage.forget(ann);
    expect(await storage.person()).toBeNull();
  });
});
