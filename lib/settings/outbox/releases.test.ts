import { describe, expect, it } from "vitest";
import { ok } from "@/lib/result";
import { memoryKeyValue } from "@/lib/device/key-value";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, offline, toggled } from "@/lib/testing/fake-settings-server";

const ann = "ann";

/** Word for word what the first build left on a device: it knew one section, and no `source`. */
const ofTheFirstBuild = {
  user: ann,
  section: "dashboard",
  scope: "p1",
  schemaVersion: 1,
  snapshot: { overrides: { widget_visibility: { pieCharts: false } }, version: 3, at: 5 },
  sending: { patch: toggled("metrics", false), base: {}, opId: "0b0b0b0b-0000-4000-8000-000000000001" },
  pending: {
    patch: { widget_visibility: { insights: false, pieCharts: null } },
    base: { "widget_visibility.pieCharts": false },
  },
  trouble: "unavailable",
  notSaved: [],
  conflicts: [],
};

describe("edits of an earlier build", () => {
  it("are read where that build left them, shown, and sent as they were", async () => {
    const disk = memoryKeyValue(new Map([[`document/${ann}/dashboard/p1`, ofTheFirstBuild]]));
    const { openPage, idle, server } = fakeBrowser({ disk });
    server.changeElsewhere(ann, "p1", { widget_visibility: { pieCharts: false } });
    const { client } = openPage(ann, "p1");
    await idle();
    expect(client.views.dashboard("p1").value.widget_visibility).toMatchObject({
      metrics: false,
      insights: false,
      pieCharts: true,
    });
    expect(server.rowOf(ann, "p1").overrides).toEqual({
      widget_visibility: { metrics: false, insights: false },
    });
    const [first] = server.requests;
    expect(first).toMatchObject({ ...ofTheFirstBuild.sending, section: "dashboard", source: "ui" });
    expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
  });
});

describe("the records of this build", () => {
  it("keep the names of the first build, so that a page of that build, open beside this one, can read it", async () => {
    const disk = memoryKeyValue();
    const { openPage, idle, server } = fakeBrowser({ disk });
    server.answer = offline;
    const { client } = openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    client.rememberShell({ projects: [] });
    await idle();
    const left = new Map(await disk.entries());
    expect(left.get(`document/${ann}/dashboard/p1`)).toEqual({
      ...ofTheFirstBuild,
      snapshot: expect.anything(),
      sending: { patch: toggled("metrics", false), base: {}, source: "ui", opId: expect.anything() },
      pending: null,
    });
    expect(left.get("person")).toEqual({ user: ann, shell: { projects: [] }, at: 0 });
  });

  it("are understood where the first build wrote who was here last", async () => {
    const person = { user: ann, shell: { projects: [] }, at: 5 };
    const { storage } = fakeBrowser({ disk: memoryKeyValue(new Map([["person", person]])) });
    expect(await storage.person()).toEqual({ userId: ann, shell: { projects: [] }, at: 5 });
  });
});

describe("edits of a section that this build does not know", () => {
  it("are left where they are, and neither sent nor counted", async () => {
    const later = { ...ofTheFirstBuild, section: "a later one", scope: null };
    const key = `document/${ann}/a later one/all`;
    const disk = memoryKeyValue(new Map([[key, later]]));
    const { openPage, idle, server } = fakeBrowser({ disk });
    const { client } = openPage(ann, null);
    await client.edit(dashboardOf(null), toggled("metrics", false));
    await idle();
    expect(server.requests.map(({ section }) => section)).toEqual(["dashboard"]);
    expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
    expect(new Map(await disk.entries()).get(key)).toEqual(later);
  });
});

describe("a page whose build the server has replaced", () => {
  it("keeps its edits, says so, and they are sent once it has been loaded anew", async () => {
    const { openPage, idle, server } = fakeBrowser();
    const newer = server.answer;
    server.answer = async () => "outdated";
    const old = openPage(ann, "p1");
    await old.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(old.client.sync()).toMatchObject({ kind: "kept", waiting: 1, outdated: true, durable: true });
    old.close();
    server.answer = newer;
    const { client } = openPage(ann, "p1");
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
    expect(client.sync()).toMatchObject({ kind: "saved", outdated: false });
    expect(new Set(server.requests.map(({ opId }) => opId)).size).toBe(1);
  });

  it("lets a tab of the newer build send, though it was there first", async () => {
    const { openPage, idle, server } = fakeBrowser();
    const newer = server.answer;
    server.answer = async () => "outdated";
    const old = openPage(ann, "p1");
    await old.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    server.answer = newer;
    const fresh = openPage(ann, "p1");
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
    for (const { client } of [old, fresh]) expect(client.sync().waiting).toBe(0);
  });

  it("does not wake the other tabs for ever while nobody is answered", async () => {
    const { openPage, idle, server } = fakeBrowser();
    server.answer = async () => "outdated";
    const [one, two] = [openPage(ann, "p1"), openPage(ann, "p1")];
    await one.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await two.client.edit(dashboardOf("p1"), toggled("insights", false));
    await idle();
    server.answer = offline;
    one.client.nudge();
    two.client.nudge();
    await idle();
    expect(server.requests.length).toBeLessThan(20);
    server.answer = async (request) => ok(server.apply(request));
    two.client.nudge();
    await idle();
    expect(two.client.sync().waiting).toBe(0);
  });
});
