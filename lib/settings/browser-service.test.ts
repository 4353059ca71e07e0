import { describe, expect, it } from "vitest";
import { fail } from "@/lib/result";
import { createBrowserSettingsService } from "./browser-service";
import type { DashboardPatch } from "./dashboard";
import { manualBrowser } from "./manual-browser.test-support";
import { dashboardOf, toggled } from "./manual-server.test-support";

const ann = "ann";

const noSession = { read: async () => fail("unavailable"), save: async () => fail("unavailable") };

function opened() {
  const browser = manualBrowser();
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
    const { server, openPage } = manualBrowser();
    server.changeElsewhere(ann, "p1", toggled("metrics", false));
    const { client } = openPage(ann, null);
    const settings = await createBrowserSettingsService(client, noSession).getDashboardSettings("p1");
    expect(settings.widget_visibility.metrics).toBe(false);
  });
});
