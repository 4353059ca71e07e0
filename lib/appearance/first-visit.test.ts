import { describe, expect, it } from "vitest";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import type { JsonObject } from "@/lib/settings/json";
import { resolve, type LayerName } from "@/lib/settings/resolve";
import { findZone, zoneOf } from "@/lib/time/zone-table";
import { firstVisitProposal, type Visit } from "./first-visit";
import { zoneQuestion } from "./zone-question";
import { emptyMirror, type Mirror } from "./mirror";
import { appearanceOf } from "./mirrored-values";

type Given = {
  own?: JsonObject;
  schedule?: JsonObject;
  layer?: LayerName;
  mirror?: Partial<Mirror>;
  zone?: string;
  tags?: readonly string[];
};

function visit({
  own = {},
  schedule = {},
  layer = "user",
  mirror = {},
  zone = "Asia/Jerusalem",
  tags = ["he-IL", "en-US"],
}: Given = {}): Visit {
  const carried = { ...emptyMirror, ...mirror };
  return {
    userId: "ann",
    preferences: resolve(preferences, [{ name: layer, overrides: own, version: 1 }]),
    notifications: resolve(notifications, [{ name: layer, overrides: schedule, version: 1 }]),
    mirror: carried,
    brought: appearanceOf(carried, "he"),
    browserLanguage: "he",
    browserTags: tags,
    deviceZone: findZone(zone),
  };
}

const sundayToThursday = {
  start: "09:00",
  end: "18:00",
  days: { sun: true, mon: true, tue: true, wed: true, thu: true, fri: false, sat: false },
};

describe("a first visit", () => {
  it("proposes the browser's zone, for both uses, and its language", () => {
    expect(firstVisitProposal(visit())).toEqual({
      preferences: {
        data_preferences: { timezone: "Asia/Jerusalem", currency: "ILS" },
        interface_settings: { language: "he" },
      },
      notifications: {
        notification_schedule: { timezone: "Asia/Jerusalem", workingHours: sundayToThursday },
      },
      told: {
        zone: "Asia/Jerusalem",
        language: "he",
        workingHours: sundayToThursday,
        currency: "ILS",
        dateFormat: null,
      },
    });
  });

  it("writes neither a week nor a currency where they are what everybody begins with", () => {
    expect(firstVisitProposal(visit({ zone: "America/New_York" }))).toMatchObject({
      preferences: { data_preferences: { timezone: "America/New_York" } },
      notifications: { notification_schedule: { timezone: "America/New_York" } },
      told: { workingHours: null, currency: null },
    });
    const proposal = firstVisitProposal(visit({ zone: "America/New_York" }));
    expect(proposal?.notifications).toEqual({ notification_schedule: { timezone: "America/New_York" } });
  });

  it.each([
    [["en-GB"], "dmy"],
    [["en-IL", "he"], "dmy"],
    [["en-US"], null],
    [["en"], null],
    [["he-IL"], null],
  ])("in the English of %s puts the day where it stands there: %s", (tags, order) => {
    const values = { interface_settings: { language: "en" } };
    const proposal = firstVisitProposal(visit({ tags, mirror: { values }, zone: "Europe/London" }));
    expect(proposal?.told.dateFormat).toBe(order);
  });

  it("leaves a week and a currency alone that the person or their team has decided", () => {
    const own = { data_preferences: { currency: "USD" } };
    const schedule = { notification_schedule: { workingHours: { ...sundayToThursday, start: "10:00" } } };
    for (const layer of ["user", "team"] as const) {
      const proposal = firstVisitProposal(visit({ own, schedule, layer }));
      expect(proposal?.preferences).not.toHaveProperty("data_preferences.currency");
      expect(proposal?.notifications).toEqual({ notification_schedule: { timezone: "Asia/Jerusalem" } });
    }
  });

  it("proposes nothing that the person or their team has decided", () => {
    const own = {
      data_preferences: { timezone: "Europe/Paris", currency: "EUR" },
      interface_settings: { language: "ar" },
    };
    for (const layer of ["user", "team"] as const)
      expect(firstVisitProposal(visit({ own, layer }))).toMatchObject({
        preferences: null,
        notifications: { notification_schedule: { timezone: "Asia/Jerusalem" } },
        told: { language: null },
      });
  });

  it("proposes nothing if the settings equal the browser's zone and language", () => {
    const mirror = { values: { interface_settings: { language: "en" } } };
    expect(firstVisitProposal(visit({ zone: "UTC", mirror }))).toBeNull();
  });

  it("happens once per person and browser: a later return to inherited values is deliberate", () => {
    expect(firstVisitProposal(visit({ mirror: { of: "ann", met: true } }))).toBeNull();
    expect(firstVisitProposal(visit({ mirror: { of: "bob", met: true } }))).not.toBeNull();
  });

  it("takes over the theme and language chosen before signing in, but not those of another person", () => {
    const values = { interface_settings: { theme: "dark", language: "ar" } };
    const chosen = firstVisitProposal(visit({ mirror: { values } }));
    expect(chosen?.preferences).toMatchObject({ interface_settings: { theme: "dark", language: "ar" } });
    const left = firstVisitProposal(visit({ mirror: { of: "bob", met: true, values } }));
    expect(left?.preferences).toMatchObject({ interface_settings: { language: "he" } });
    expect(left?.preferences).not.toHaveProperty("interface_settings.theme");
  });

  it("proposes a zone by its name of today", () => {
    expect(firstVisitProposal(visit({ zone: "Asia/Calcutta" }))).toMatchObject({
      notifications: { notification_schedule: { timezone: "Asia/Kolkata" } },
      told: { zone: "Asia/Kolkata" },
    });
  });

  it("proposes no zone that the database would not know", () => {
    expect(firstVisitProposal(visit({ zone: "Etc/Unknown" }))).toMatchObject({
      notifications: null,
      told: { zone: null },
    });
  });
});

describe("a device in another zone", () => {
  const asked = (device: string, chosen: string, kept: string | null = null) => {
    const question = zoneQuestion(findZone(device), zoneOf(chosen), kept);
    return question && [question.device.id, question.chosen.id];
  };

  it("is noticed", () => {
    expect(asked("Asia/Jerusalem", "Europe/Berlin")).toEqual(["Asia/Jerusalem", "Europe/Berlin"]);
  });

  it.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Calcutta"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Etc/UTC", "UTC"],
  ])("is not seen in another name of the same zone: %s and %s", (device, chosen) => {
    expect(asked(device, chosen)).toBeNull();
  });

  it("is called by its name of today, whatever the device calls it", () => {
    expect(asked("Asia/Saigon", "Asia/Calcutta")).toEqual(["Asia/Ho_Chi_Minh", "Asia/Kolkata"]);
  });

  it("is not asked about again once the person has kept their zone, until the device is in a third zone", () => {
    expect(asked("Asia/Jerusalem", "Europe/Berlin", "Israel")).toBeNull();
    expect(asked("America/New_York", "Europe/Berlin", "Asia/Jerusalem")).not.toBeNull();
  });

  it("is not asked about where nobody knows the device's zone", () => {
    expect(asked("Etc/Unknown", "Europe/Berlin")).toBeNull();
  });
});
