import { describe, expect, it } from "vitest";
import { dashboard, type DashboardPatch } from "./dashboard";
import type { ScopedRow } from "./layers";
import { defaults } from "./sections";
import { createUserSettingsService } from "./service";
import type { DashboardChange, NewNotification, SettingsStore } from "./store";

/** A store in memory that fails on demand and remembers what it was asked. */
function memoryStore(rows: ScopedRow[] = []) {
  const changes: DashboardChange[] = [];
  const asked: { userId: string; projectId: string | null }[] = [];
  let failure: Error | null = null;
  const store: SettingsStore = {
    async readDashboard(userId, projectId) {
      asked.push({ userId, projectId });
      if (failure) throw failure;
      return rows;
    },
    async patchDashboard(change) {
      if (failure) throw failure;
      changes.push(change);
      return { overrides: change.patch, version: 1, conflicts: [] };
    },
    async createNotification() {
      throw new Error("permission denied");
    },
  };
  return { store, changes, asked, fail: (error: Error) => void (failure = error) };
}

function serviceOf(memory: ReturnType<typeof memoryStore>, privileged: NewNotification[] | null = null) {
  const failures: unknown[] = [];
  const service = createUserSettingsService({
    store: memory.store,
    userId: "ann",
    privileged: () =>
      privileged && {
        createNotification: async (notification) => ({ id: "n", seq: privileged.push(notification) }),
      },
    onReadFailure: (thrown) => void failures.push(thrown),
  });
  return { service, failures };
}

const forAll = {
  scope: null,
  overrides: { widget_visibility: { metrics: false, insights: false } },
  version: 4,
};
const forProject = { scope: "p1", overrides: { widget_visibility: { insights: true } }, version: 2 };

describe("reading dashboard settings", () => {
  it("answers the effective values, who decided each, and the version of the row a write would touch", async () => {
    const { service } = serviceOf(memoryStore([forProject, forAll]));
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
    const { service } = serviceOf(memoryStore([forProject]));
    const reading = await service.getDashboardSettings(null);
    expect(reading).toEqual({
      value: defaults(dashboard),
      provenance: expect.anything(),
      version: 0,
      status: "fresh",
    });
  });

  it("reads the person of the session and nobody else", async () => {
    const memory = memoryStore();
    await serviceOf(memory).service.getDashboardSettings("p1");
    expect(memory.asked).toEqual([{ userId: "ann", projectId: "p1" }]);
  });

  it("answers the defaults, says so and reports why, when the store fails", async () => {
    const memory = memoryStore([forAll]);
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
    const memory = memoryStore();
    const { service } = serviceOf(memory);
    await service.updateDashboardSettings({ widget_visibility: { metrics: false } }, "p1");
    await service.updateDashboardSettings({ widget_visibility: { metrics: null } }, null, {
      opId: "op",
      base: {},
      source: "undo",
    });
    expect(memory.changes).toEqual([
      {
        scope: "p1",
        patch: { widget_visibility: { metrics: false } },
        opId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        base: null,
        source: "ui",
      },
      { scope: null, patch: { widget_visibility: { metrics: null } }, opId: "op", base: {}, source: "undo" },
    ]);
  });

  it("refuses what is not a patch before the store hears of it", async () => {
    const memory = memoryStore();
    const patch: DashboardPatch = JSON.parse('{"widget_visibility": {"metrics": "yes"}}');
    await expect(serviceOf(memory).service.updateDashboardSettings(patch, "p1")).rejects.toThrow();
    expect(memory.changes).toEqual([]);
  });

  it("does not hide that a change could not be stored", async () => {
    const memory = memoryStore();
    memory.fail(new TypeError("fetch failed"));
    await expect(serviceOf(memory).service.updateDashboardSettings({}, "p1")).rejects.toThrow("fetch failed");
  });
});

describe("making a notification", () => {
  const notification = { title: "BANT qualification complete", action_url: "/leads/1" };

  it("is for the caller unless somebody else is named, and under the service role either way", async () => {
    const made: NewNotification[] = [];
    const { service } = serviceOf(memoryStore(), made);
    await service.createNotification(notification);
    await service.createNotification({ ...notification, userId: "bob" });
    expect(made).toEqual([
      { userId: "ann", ...notification },
      { userId: "bob", ...notification },
    ]);
  });

  it("is refused where no secret key is configured", async () => {
    const { service } = serviceOf(memoryStore());
    await expect(service.createNotification(notification)).rejects.toThrow("SUPABASE_SECRET_KEY is not set");
  });
});
