import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { indexedDisk } from "@/lib/testing/indexed-disk";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, offline, refusing, toggled } from "@/lib/testing/fake-settings-server";
import type { SettingsClient } from "./settings-client";

const ann = "ann";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
const browser = () => fakeBrowser({ disk: indexedDisk() });
const metrics = (client: SettingsClient) => client.views.dashboard("p1").value.widget_visibility.metrics;

describe("an edit", () => {
  it("shows before the call returns, whatever the disk and the network do", () => {
    const { openPage, server } = browser();
    server.answer = offline;
    const { client } = openPage(ann, "p1");
    let painted = 0;
    client.subscribe(() => (painted += 1));
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    expect(metrics(client)).toBe(false);
    expect(client.views.dashboard("p1").provenance["widget_visibility.metrics"]).toBe("project");
    expect(painted).toBe(1);
    expect(client.sync()).toMatchObject({ kind: "saving", waiting: 1 });
  });

  it("is Saving, then Saved", async () => {
    const { openPage, idle } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    const kinds = [client.sync().kind];
    client.subscribe(() => kinds.push(client.sync().kind));
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect([...new Set(kinds)]).toEqual(["saved", "saving"]);
    expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0, trouble: null });
  });

  it("waits once, also while it is on its way into the device's storage", async () => {
    const { openPage, idle } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    const waiting: number[] = [];
    client.subscribe(() => waiting.push(client.sync().waiting));
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect([...new Set(waiting)]).toEqual([1, 0]);
  });

  it("of an earlier visit is not taken for Saved: no state is told until the device has been read", async () => {
    const { openPage, idle, server } = browser();
    const answer = server.answer;
    server.answer = offline;
    const before = openPage(ann, "p1");
    await before.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    before.close();
    const { client } = openPage(ann, "p1");
    const kinds = [client.sync().kind];
    client.subscribe(() => kinds.push(client.sync().kind));
    await idle();
    expect([...new Set(kinds)]).toEqual(["looking", "kept"]);
    server.answer = answer;
    client.nudge();
    await idle();
    expect(client.sync().kind).toBe("saved");
  });

  it("is Kept on this device, with the number of settings that wait, while the server cannot be reached", async () => {
    const { openPage, idle, server } = browser();
    server.answer = offline;
    const { client } = openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await client.edit(dashboardOf(null), toggled("insights", false));
    await idle();
    expect(client.sync()).toMatchObject({ kind: "kept", waiting: 2, trouble: "unavailable" });
  });

  it("goes back to inherited when it is refused, and is listed with its value until dismissed", async () => {
    const { openPage, idle, server } = browser();
    server.answer = refusing("forbidden");
    const { client } = openPage(ann, "p1");
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(metrics(client)).toBe(true);
    expect(client.sync()).toMatchObject({
      kind: "not_saved",
      waiting: 0,
      notSaved: [{ projectId: "p1", path: "widget_visibility.metrics", mine: false, code: "forbidden" }],
    });
    client.dismiss(dashboardOf("p1"), "widget_visibility.metrics");
    await idle();
    expect(client.sync()).toMatchObject({ kind: "saved", notSaved: [] });
  });

  it("shows in every tab", async () => {
    const { openPage, idle } = browser();
    const [one, two] = [openPage(ann, "p1"), openPage(ann, "p1")];
    await one.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await two.client.edit(dashboardOf("p1"), toggled("insights", false));
    await idle();
    for (const { client } of [one, two])
      expect(client.views.dashboard("p1").value.widget_visibility).toMatchObject({
        metrics: false,
        insights: false,
      });
  });
});

describe("a view", () => {
  it("is the same object until something changes", async () => {
    const { openPage, idle } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    const view = client.views.dashboard("p1");
    expect(client.views.dashboard("p1")).toBe(view);
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    expect(client.views.dashboard("p1")).not.toBe(view);
  });

  it("changes at the press alone: not again when it is kept, sent and saved", async () => {
    const { openPage, idle, leap } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    const pressed = client.views.dashboard("p1");
    leap(1_000);
    await idle();
    expect(client.sync().kind).toBe("saved");
    expect(client.views.dashboard("p1")).toBe(pressed);
  });

  it("keeps the parts that an edit leaves alone, and the views of other sections", async () => {
    const { openPage, idle } = browser();
    const { client } = openPage(ann, "p1");
    await idle();
    const [before, others] = [client.views.dashboard("p1").value, client.views.preferences()];
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    const { value } = client.views.dashboard("p1");
    expect(value.widget_visibility).not.toBe(before.widget_visibility);
    expect(value.widget_layout).toBe(before.widget_layout);
    expect(client.views.preferences()).toBe(others);
  });

  it("shows the person's own values for all projects under the project's", () => {
    const { openPage, server } = browser();
    server.changeElsewhere(ann, null, { widget_visibility: { metrics: false, insights: false } });
    server.changeElsewhere(ann, "p1", toggled("insights", true));
    const { client } = openPage(ann, "p1");
    expect(client.views.dashboard("p1").value.widget_visibility).toMatchObject({
      metrics: false,
      insights: true,
    });
    expect(client.views.dashboard("p1").provenance).toMatchObject({
      "widget_visibility.metrics": "user",
      "widget_visibility.insights": "project",
    });
    expect(client.views.dashboard(null).value.widget_visibility.insights).toBe(false);
  });
});

describe("signing out", () => {
  it("leaves nothing of the person on the device", async () => {
    const { openPage, idle, storage } = browser();
    const { client } = openPage(ann, "p1");
    client.rememberShell({ projects: ["p1"] });
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(await client.flush()).toEqual({ waiting: 0 });
    expect(await storage.person()).toMatchObject({ userId: ann });
    await client.clearDevice();
    expect(await storage.list(ann)).toEqual([]);
    expect(await storage.person()).toBeNull();
  });
});
