import { describe, expect, it } from "vitest";
import { dashboard, type DashboardPatch } from "@/lib/settings/dashboard";
import { fakeStores, serviceOf } from "@/lib/testing/fake-stores";
import { defaults } from "@/lib/settings/sections";
import type { NewNotification } from "@/lib/notifications/store";

const forAll = {
  section: "dashboard",
  projectId: null,
  overrides: { widget_visibility: { metrics: false, insights: false } },
  version: 4,
};
const forProject = {
  section: "dashboard",
  projectId: "p1",
  overrides: { widget_visibility: { insights: true } },
  version: 2,
};

describe("reading dashboard settings", () => {
  it("answers the effective values, who decided each, and the version of the row a write would touch", async () => {
    const { service } = serviceOf(fakeStores([forProject, forAll]));
    const reading = await service.getDashboardSettings("p1");
    expect(reading).toMatchObject({ version: 2, status: "fresh" });
    expect(reading.value.widget_visibility).toMatchObject({
      metrics: false,
      insights: true,
      pieCharts: true,
    });
    expect(reading.provenance).toMatchObject({
      "widget_visibility.metrics": "user",
      "widget_visibility.insights": "project",
      "widget_visibility.pieCharts": "default",
    });
  });

  it("leaves the project's values out where all projects are meant, and says version 0 where there is no row", async () => {
    const { service } = serviceOf(fakeStores([forProject]));
    const reading = await service.getDashboardSettings(null);
    expect(reading).toEqual({
      value: defaults(dashboard),
      provenance: expect.anything(),
      version: 0,
      status: "fresh",
    });
  });

  it("asks for the rows of the project that is meant", async () => {
    const memory = fakeStores();
    await serviceOf(memory).service.getDashboardSettings("p1");
    expect(memory.asked).toEqual(["p1"]);
  });

  it("answers the defaults, says so and reports why, when the store fails", async () => {
    const memory = fakeStores([forAll]);
    const { service, failures } = serviceOf(memory);
    const outage = new TypeError("fetch failed");
    memory.fail(outage);
    expect(await service.getDashboardSettings("p1")).toMatchObject({
      value: defaults(dashboard),
      version: 0,
      status: "defaults",
    });
    expect(failures).toEqual([outage]);
  });
});

describe("changing dashboard settings", () => {
  it("passes on only what was given, under a new op_id unless one is given", async () => {
    const memory = fakeStores();
    const { service } = serviceOf(memory);
    await service.updateDashboardSettings({ widget_visibility: { metrics: false } }, "p1");
    await service.updateDashboardSettings({ widget_visibility: { metrics: null } }, null, {
      opId: "op",
      base: {},
      source: "undo",
    });
    expect(memory.patches).toEqual([
      {
        section: "dashboard",
        projectId: "p1",
        patch: { widget_visibility: { metrics: false } },
        opId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        base: null,
        source: "ui",
      },
      {
        section: "dashboard",
        projectId: null,
        patch: { widget_visibility: { metrics: null } },
        opId: "op",
        base: {},
        source: "undo",
      },
    ]);
  });

  it("refuses what is not a patch before the store hears of it", async () => {
    const memory = fakeStores();
    const patch: DashboardPatch = JSON.parse('{"widget_visibility": {"metrics": "yes"}}');
    await expect(serviceOf(memory).service.updateDashboardSettings(patch, "p1")).rejects.toThrow();
    expect(memory.patches).toEqual([]);
  });

  it("does not hide that a change could not be stored", async () => {
    const memory = fakeStores();
    memory.fail(new TypeError("fetch failed"));
    await expect(serviceOf(memory).service.updateDashboardSettings({}, "p1")).rejects.toThrow("fetch failed");
  });
});

describe("making a notification", () => {
  const notification = { title: "BANT qualification complete", action_url: "/leads/1" };

  it("is for the caller unless somebody else is named, and under the service role either way", async () => {
    const made: NewNotification[] = [];
    const { service } = serviceOf(fakeStores(), made);
    await service.createNotification(notification);
    await service.createNotification({ ...notification, userId: "bob" });
    expect(made).toEqual([
      { userId: "ann", ...notification },
      { userId: "bob", ...notification },
    ]);
  });

  it("is refused where no secret key is configured", async () => {
    const { service } = serviceOf(fakeStores());
    await expect(service.createNotification(notification)).rejects.toThrow("SUPABASE_SECRET_KEY is not set");
  });
});
