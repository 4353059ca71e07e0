import { describe, expect, it } from "vitest";
import { fakeStores, serviceOf } from "@/lib/testing/fake-stores";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import { defaults } from "@/lib/settings/sections";
import { session } from "@/lib/settings/session";

const dashboardRow = {
  section: "dashboard",
  projectId: null,
  overrides: { widget_visibility: { metrics: false } },
  version: 4,
};

describe("the other sections", () => {
  const quiet = { enabled: true, start: "21:00", end: "07:00", urgentPasses: true };
  const schedule = {
    section: "notifications",
    projectId: null,
    overrides: { notification_schedule: { quietHours: quiet } },
    version: 3,
  };

  it("are read each from its own row", async () => {
    const { service } = serviceOf(fakeStores([dashboardRow, schedule]));
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
    const memory = fakeStores([schedule]);
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

  it("take a value of several parts in part, and complete it from the values in effect", async () => {
    const memory = fakeStores([schedule]);
    const { service } = serviceOf(memory);
    await service.updateNotificationSettings({
      notification_schedule: { quietHours: { enabled: false }, workingHours: { days: { sat: true } } },
    });
    expect(memory.patches).toMatchObject([
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
    const memory = fakeStores([schedule]);
    const { service } = serviceOf(memory);
    const noLength = { notification_schedule: { quietHours: { end: "21:00" } } };
    await expect(service.updateNotificationSettings(noLength)).rejects.toThrow();
    memory.fail(new TypeError("fetch failed"));
    const half = { notification_schedule: { quietHours: { enabled: false } } };
    await expect(service.updateNotificationSettings(half)).rejects.toThrow("fetch failed");
    expect(memory.patches).toEqual([]);
  });

  it("refuse hours that leave no open hour, judged together with the other hours in effect", async () => {
    const memory = fakeStores([schedule]);
    const { service } = serviceOf(memory);
    const night = { notification_schedule: { workingHours: { start: "22:00", end: "06:30" } } };
    await expect(service.updateNotificationSettings(night)).rejects.toMatchObject({
      issues: [{ path: ["notification_schedule", "workingHours"], message: "never opens" }],
    });
    expect(memory.patches).toEqual([]);
    await service.updateNotificationSettings({
      notification_schedule: { ...night.notification_schedule, quietHours: { enabled: false } },
    });
    expect(memory.patches).toHaveLength(1);
  });

  it("lose no hours that merge with edits their author could not see, even where both together leave no open hour", async () => {
    const memory = fakeStores([schedule]);
    const { service } = serviceOf(memory);
    const { workingHours } = defaults(notifications).notification_schedule;
    const night = {
      notification_schedule: { workingHours: { ...workingHours, start: "22:00", end: "06:30" } },
    };
    await service.updateNotificationSettings(night, { base: {} });
    expect(memory.patches).toMatchObject([{ patch: night }]);
  });

  it("keep where a person was, device by device", async () => {
    const { service } = serviceOf(fakeStores());
    await service.updateSessionState({ current_context: { filters: { leadsHeat: "hot" } } }, "desk");
    await service.updateSessionState({ ui_state: { openPanels: { debug: true } } }, "desk");
    expect((await service.getSessionState("desk")).value).toMatchObject({
      current_context: { filters: { leadsHeat: "hot" } },
      ui_state: { openPanels: { debug: true } },
    });
    expect((await service.getSessionState("phone")).value).toEqual(defaults(session));
  });
});
