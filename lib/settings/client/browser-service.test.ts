import { describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/result";
import { createBrowserSettingsService } from "./browser-service";
import type { DashboardPatch } from "@/lib/settings/dashboard";
import type { JsonObject } from "@/lib/settings/json";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, toggled } from "@/lib/testing/fake-settings-server";
import { notifications } from "@/lib/settings/notifications";
import { mergeObject } from "@/lib/settings/patch";
import { defaults } from "@/lib/settings/sections";

const ann = "ann";

const noSession = { read: async () => fail("unavailable"), save: async () => fail("unavailable") };

function opened() {
  const browser = fakeBrowser();
  browser.server.changeElsewhere(ann, null, toggled("insights", false));
  const { client } = browser.openPage(ann, "p1");
  return { ...browser, client, service: createBrowserSettingsService(client, noSession) };
}

describe("the settings service in the browser", () => {
  it("stores only what differs when a component saves the whole object", async () => {
    const { service, server, idle } = opened();
    const settings = await service.getDashboardSettings("p1");
    const updated = {
      ...settings,
      widget_visibility: { ...settings.widget_visibility, metrics: !settings.widget_visibility.metrics },
    };
    expect(await service.updateDashboardSettings(updated, "p1")).toEqual({ ok: true, value: undefined });
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
  });

  it("does not undo what another tab changed since the component read", async () => {
    const { service, client, server, idle } = opened();
    const settings = await service.getDashboardSettings("p1");
    await client.edit(dashboardOf("p1"), toggled("pieCharts", false));
    await idle();
    const widgets = { ...settings.widget_visibility, metrics: false };
    await service.updateDashboardSettings({ ...settings, widget_visibility: widgets }, "p1");
    // Its object is still the one it read at first: saving it again must not bring the other tab's widget back.
    const again = { ...widgets, metrics: true };
    await service.updateDashboardSettings({ ...settings, widget_visibility: again }, "p1");
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual({
      widget_visibility: { pieCharts: false, metrics: true },
    });
  });

  it("takes a partial, leaves missing keys alone and goes back to inherited on null", async () => {
    const { service, server, idle } = opened();
    await service.updateDashboardSettings({ widget_visibility: { insights: true, metrics: false } }, "p1");
    await idle();
    await service.updateDashboardSettings({ widget_visibility: { insights: null } }, "p1");
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
  });

  it("pins a value that equals the inherited one by setField", async () => {
    const { service, server, idle } = opened();
    await service.updateDashboardSettings({ widget_visibility: { insights: false } }, "p1");
    await idle();
    expect(server.requests.map(({ patch }) => patch)).not.toContainEqual(toggled("insights", false));
    await service.setField("widget_visibility.insights", false, "p1");
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("insights", false));
  });

  it("refuses what is not a setting and names the path", async () => {
    const { service, server, idle } = opened();
    const patch: DashboardPatch = JSON.parse('{"widget_visibility": {"metrics": 1}}');
    expect(await service.updateDashboardSettings(patch, "p1")).toMatchObject({
      ok: false,
      error: { code: "invalid", path: "widget_visibility.metrics" },
    });
    expect(await service.setField("widget_visibility.nope", true, "p1")).toMatchObject({ ok: false });
    await idle();
    expect(server.requests).toEqual([]);
  });

  it("waits for the first answer rather than passing defaults off as the person's settings", async () => {
    const { server, openPage } = fakeBrowser();
    server.changeElsewhere(ann, "p1", toggled("metrics", false));
    const { client } = openPage(ann, null);
    const settings = await createBrowserSettingsService(client, noSession).getDashboardSettings("p1");
    expect(settings.widget_visibility.metrics).toBe(false);
  });
});

describe("hours", () => {
  const usual = defaults(notifications).notification_schedule;
  const night = { ...usual.workingHours, start: "22:00", end: "06:30" };
  const atNight = { notification_schedule: { workingHours: night } };
  const quiet = (enabled: boolean) => ({
    notification_schedule: { quietHours: { ...usual.quietHours, enabled } },
  });
  /** A browser of Ann's, whose quiet hours hold from 22:00 to 08:00 or not at all. */
  function openedWith(change: JsonObject) {
    let isOnline = true;
    const browser = fakeBrowser({ link: () => (isOnline ? "well" : "offline") });
    browser.server.changeElsewhere(ann, null, change, "notifications");
    const { client } = browser.openPage(ann, null);
    const service = createBrowserSettingsService(client, noSession);
    const stored = () => browser.server.rowAt(ann, { section: "notifications", projectId: null }).overrides;
    return { ...browser, client, service, stored, reach: (online: boolean) => void (isOnline = online) };
  }

  it("are refused where nothing would ever be open, in part, whole or as one setting", async () => {
    const { service, server, idle } = openedWith(quiet(true));
    const path = "notification_schedule.workingHours";
    const refused = { ok: false, error: { code: "invalid", path } };
    const { start, end } = night;
    const part = { notification_schedule: { workingHours: { start, end } } };
    expect(await service.updateNotificationSettings(part)).toEqual(refused);
    const whole = await service.getNotificationSettings();
    const schedule = { ...whole.notification_schedule, workingHours: night };
    expect(await service.updateNotificationSettings({ ...whole, notification_schedule: schedule })).toEqual(
      refused,
    );
    expect(await service.setField(path, night)).toEqual(refused);
    await idle();
    expect(server.requests).toEqual([]);
  });

  it("of two devices are both kept, also where together they leave nothing open", async () => {
    const { service, server, reach, stored, client, idle } = openedWith(quiet(false));
    await service.getNotificationSettings();
    reach(false);
    expect(await service.updateNotificationSettings(atNight)).toEqual(ok(undefined));
    await idle();
    server.changeElsewhere(ann, null, quiet(true), "notifications");
    reach(true);
    client.nudge();
    await idle();
    expect(stored()).toEqual(mergeObject(quiet(true), atNight));
  });

  it("that leave nothing open keep nobody from changing something else", async () => {
    const { service, server, client, stored, idle } = openedWith(mergeObject(quiet(true), atNight));
    const settings = await service.getNotificationSettings();
    const email_notifications = { ...settings.email_notifications, leadUpdates: false };
    expect(await service.updateNotificationSettings({ ...settings, email_notifications })).toEqual(
      ok(undefined),
    );
    await idle();
    expect(stored()).toMatchObject({ ...atNight, email_notifications: { leadUpdates: false } });
    // Mended on another device, while the component still holds what it read.
    const mended = { notification_schedule: { workingHours: usual.workingHours } };
    server.changeElsewhere(ann, null, mended, "notifications");
    client.resync();
    await idle();
    const fewer = { ...email_notifications, meetingReminders: false };
    expect(await service.updateNotificationSettings({ ...settings, email_notifications: fewer })).toEqual(
      ok(undefined),
    );
    await idle();
    expect(stored()).toMatchObject({ ...mended, email_notifications: { meetingReminders: false } });
  });
});
