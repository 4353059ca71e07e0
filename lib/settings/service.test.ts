import { describe, expect, it } from "vitest";
import { dashboard, type DashboardPatch } from "./dashboard";
import type { JsonObject } from "./json";
import type { SectionRow } from "./layers";
import { notifications } from "./notifications";
import { preferences } from "./preferences";
import { mergeObject } from "./patch";
import { defaults } from "./sections";
import { createUserSettingsService } from "./service";
import { session } from "./session";
import type { NewNotification, SettingsChange, SettingsStore } from "./store";

/** A store in memory that fails on demand and remembers what it was asked. */
function memoryStore(rows: SectionRow[] = []) {
  const changes: SettingsChange[] = [];
  const asked: (string | null)[] = [];
  const sessions = new Map<string, JsonObject>();
  let failure: Error | null = null;
  const store: SettingsStore = {
    async readSettings(projectId) {
      asked.push(projectId);
      if (failure) throw failure;
      return rows;
    },
    async patch(change) {
      if (failure) throw failure;
      changes.push(change);
      return { overrides: change.patch, version: 1, conflicts: [] };
    },
    async createNotification() {
      throw new Error("permission denied");
    },
    async readSession(sessionId) {
      if (failure) throw failure;
      return sessions.get(sessionId) ?? null;
    },
    async patchSession(sessionId, patch) {
      const state = mergeObject(sessions.get(sessionId) ?? {}, patch);
      sessions.set(sessionId, state);
      return state;
    },
    async clearSession(sessionId) {
      sessions.delete(sessionId);
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
  section: "dashboard",
  scope: null,
  overrides: { widget_visibility: { metrics: false, insights: false } },
  version: 4,
};
const forProject = {
  section: "dashboard",
  scope: "p1",
  overrides: { widget_visibility: { insights: true } },
  version: 2,
};

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

  it("asks for the rows of the project that is meant", async () => {
    const memory = memoryStore();
    await serviceOf(memory).service.getDashboardSettings("p1");
    expect(memory.asked).toEqual(["p1"]);
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
        section: "dashboard",
        scope: "p1",
        patch: { widget_visibility: { metrics: false } },
        opId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        base: null,
        source: "ui",
      },
      {
        section: "dashboard",
        scope: null,
        patch: { widget_visibility: { metrics: null } },
        opId: "op",
        base: {},
        source: "undo",
      },
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

describe("the other sections", () => {
  const quiet = { enabled: true, start: "21:00", end: "07:00", urgentPasses: true };
  const schedule = {
    section: "notifications",
    scope: null,
    overrides: { notification_schedule: { quietHours: quiet } },
    version: 3,
  };

  it("are read each from its own row", async () => {
    const { service } = serviceOf(memoryStore([forAll, schedule]));
    expect(await service.getNotificationSettings()).toMatchObject({
      value: { notification_schedule: { quietHours: quiet } },
      provenance: { "notification_schedule.quietHours": "user", "notification_schedule.timezone": "default" },
      version: 3,
      status: "fresh",
    });
    expect(await service.getAppPreferences()).toMatchObject({
      value: defaults(preferences),
      version: 0,
      status: "fresh",
    });
  });

  it("answer the defaults, and say so, when the store fails", async () => {
    const memory = memoryStore([schedule]);
    memory.fail(new TypeError("fetch failed"));
    const { service, failures } = serviceOf(memory);
    expect(await service.getNotificationSettings()).toMatchObject({
      value: defaults(notifications),
      status: "defaults",
    });
    expect(await service.getAppPreferences()).toMatchObject({ status: "defaults" });
    expect(await service.getSessionState("device")).toMatchObject({
      value: defaults(session),
      status: "defaults",
    });
    expect(failures).toHaveLength(3);
  });

  it("take a value of several parts in part: the rest of it is what is in effect", async () => {
    const memory = memoryStore([schedule]);
    const { service } = serviceOf(memory);
    await service.updateNotificationSettings({
      notification_schedule: { quietHours: { enabled: false }, workingHours: { days: { sat: true } } },
    });
    expect(memory.changes).toMatchObject([
      {
        section: "notifications",
        patch: {
          notification_schedule: {
            quietHours: { ...quiet, enabled: false },
            workingHours: { start: "09:00", end: "18:00", days: { mon: true, sat: true, sun: false } },
          },
        },
      },
    ]);
  });

  it("store nothing where a value in part cannot be made whole, or is then not valid", async () => {
    const memory = memoryStore([schedule]);
    const { service } = serviceOf(memory);
    const noLength = { notification_schedule: { quietHours: { end: "21:00" } } };
    await expect(service.updateNotificationSettings(noLength)).rejects.toThrow();
    memory.fail(new TypeError("fetch failed"));
    const half = { notification_schedule: { quietHours: { enabled: false } } };
    await expect(service.updateNotificationSettings(half)).rejects.toThrow("fetch failed");
    expect(memory.changes).toEqual([]);
  });

  it("keep where a person was, device by device", async () => {
    const { service } = serviceOf(memoryStore());
    await service.updateSessionState({ current_context: { filters: { leadsHeat: "hot" } } }, "desk");
    await service.updateSessionState({ ui_state: { openPanels: { debug: true } } }, "desk");
    expect((await service.getSessionState("desk")).value).toMatchObject({
      current_context: { filters: { leadsHeat: "hot" } },
      ui_state: { openPanels: { debug: true } },
    });
    expect((await service.getSessionState("phone")).value).toEqual(defaults(session));
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
