import { describe, expect, it } from "vitest";
import { fail } from "@/lib/result";
import type { DocumentRef } from "@/lib/settings/document";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, toggled } from "@/lib/testing/fake-settings-server";
import { editWithUndo, restoreValues } from "./restore";

const ann = "ann";
const notifications: DocumentRef = { section: "notifications", projectId: null };
const preferences: DocumentRef = { section: "preferences", projectId: null };
const quiet = { enabled: false, start: "21:00", end: "07:00", urgentPasses: true };

describe("every section", () => {
  it("is shown from its own row and saved to it", async () => {
    const { openPage, idle, server } = fakeBrowser();
    server.changeElsewhere(ann, null, { interface_settings: { theme: "dark" } }, "preferences");
    const { client } = openPage(ann, "p1");
    void client.edit(notifications, { notification_schedule: { quietHours: quiet } });
    expect(client.views.notifications()).toMatchObject({
      value: { notification_schedule: { quietHours: quiet } },
      provenance: { "notification_schedule.quietHours": "user" },
      freshness: { status: "fresh" },
    });
    expect(client.views.preferences().value.interface_settings.theme).toBe("dark");
    await client.edit(preferences, { interface_settings: { density: "compact" } });
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    expect(server.rowAt(ann, notifications).overrides).toEqual({
      notification_schedule: { quietHours: quiet },
    });
    expect(server.rowAt(ann, preferences).overrides).toEqual({
      interface_settings: { theme: "dark", density: "compact" },
    });
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
  });

  it("counts among the settings that wait, and is named in refusals and conflicts", async () => {
    const { openPage, idle, server } = fakeBrowser();
    const { client } = openPage(ann, "p1");
    await idle();
    server.changeElsewhere(ann, null, { interface_settings: { theme: "dark" } }, "preferences");
    const healthy = server.answer;
    server.answer = async () => fail("unavailable");
    await client.edit(preferences, { interface_settings: { theme: "light", density: "compact" } });
    await client.edit(notifications, { email_notifications: { leadUpdates: false } });
    expect(client.sync().waiting).toBe(3);
    await idle();
    server.answer = async (request) =>
      request.section === "notifications" ? fail("forbidden") : healthy(request);
    client.nudge();
    await idle();
    expect(client.sync()).toMatchObject({
      notSaved: [{ section: "notifications", projectId: null, path: "email_notifications.leadUpdates" }],
      conflicts: [
        { section: "preferences", path: "interface_settings.theme", mine: "light", theirs: "dark" },
      ],
    });
  });

  it("follows another device when a hint tells of its row", async () => {
    const { openPage, idle, server } = fakeBrowser();
    const { client } = openPage(ann, "p1");
    await idle();
    const off = { in_app_notifications: { leadUpdates: false } };
    const { version } = server.changeElsewhere(ann, null, off, "notifications");
    client.applyHint({ section: "notifications", project_id: null, version });
    await idle();
    expect(client.views.notifications().value.in_app_notifications.leadUpdates).toBe(false);
  });

  it("keeps the same view while only another section changes", async () => {
    const { openPage, idle } = fakeBrowser();
    const { client } = openPage(ann, "p1");
    await idle();
    const before = client.views.preferences();
    await client.edit(dashboardOf("p1"), toggled("metrics", false));
    expect(client.views.preferences()).toBe(before);
  });
});

describe("undoing and restoring", () => {
  it("is recorded as an undo, unless it is sent together with an edit by hand", async () => {
    const { openPage, idle, server } = fakeBrowser();
    const { client } = openPage(ann, null);
    const undo = editWithUndo(client, preferences, { interface_settings: { theme: "dark" } });
    await idle();
    undo();
    await idle();
    const again = editWithUndo(client, preferences, { interface_settings: { theme: "light" } });
    again();
    await idle();
    expect(server.requests.map(({ source }) => source)).toEqual(["ui", "undo", "ui"]);
    expect(client.views.preferences().provenance["interface_settings.theme"]).toBe("default");
  });

  it("of another project's values is based on its stored row, and can be undone itself", async () => {
    const { openPage, idle, server } = fakeBrowser();
    server.changeElsewhere(ann, "p2", toggled("metrics", false));
    const { client } = openPage(ann, "p1");
    await idle();
    const undo = restoreValues(client, [
      { ...dashboardOf("p2"), path: "widget_visibility.metrics", value: null },
      { ...notifications, path: "push_notifications.frequency", value: "daily" },
    ]);
    expect(client.views.notifications().value.push_notifications.frequency).toBe("daily");
    await idle();
    expect(server.rowOf(ann, "p2").overrides).toEqual({ widget_visibility: {} });
    expect(client.sync()).toMatchObject({ kind: "saved", conflicts: [] });
    undo();
    await idle();
    expect(server.rowOf(ann, "p2").overrides).toEqual(toggled("metrics", false));
    expect(server.requests.every(({ source }) => source === "undo")).toBe(true);
  });
});
