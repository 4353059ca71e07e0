import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patchFor } from "@/lib/testing/arbitraries";
import { completeAtomic, isPartial } from "./complete-atomic";
import { isJsonObject, type JsonObject } from "./json";
import { notifications } from "./notifications";
import { sections } from "./registry";
import { defaults } from "./sections";

const effective = defaults(notifications);
const complete = (patch: JsonObject) => completeAtomic(notifications, patch, effective);

describe("a value of several parts that comes in part", () => {
  it("is completed from the values in effect, at every depth", () => {
    const days = { workingHours: { days: { sun: true } } };
    const { workingHours } = effective.notification_schedule;
    expect(complete({ notification_schedule: days })).toEqual({
      notification_schedule: { workingHours: { ...workingHours, days: { ...workingHours.days, sun: true } } },
    });
  });

  it("is not completed where it goes back to inherited, and no other value is changed", () => {
    const patch = {
      notification_schedule: { quietHours: null, pausedUntil: "never" },
      email_notifications: { leadUpdates: false },
    };
    expect(isPartial(notifications, patch)).toBe(false);
    expect(complete(patch)).toBe(patch);
  });

  it("keeps unknown keys, for the schema to refuse", () => {
    const patch: JsonObject = JSON.parse(
      '{"notification_schedule": {"quietHours": {"__proto__": {"enabled": false}, "enabled": "no"}}, "unknown": 1}',
    );
    const completed = JSON.stringify(complete(patch));
    expect(completed).toContain('"__proto__"');
    expect(completed).toContain('"enabled":"no"');
    expect(completed).toContain('"unknown":1');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it("leaves a patch alone in which every value is whole", () => {
    for (const section of sections) {
      const shown = defaults(section);
      if (!isJsonObject(shown)) throw new Error("a section is an object");
      fc.assert(
        fc.property(patchFor(section), (patch) => {
          expect(completeAtomic(section, patch, shown)).toBe(patch);
        }),
        { numRuns: 50 },
      );
    }
  });
});
