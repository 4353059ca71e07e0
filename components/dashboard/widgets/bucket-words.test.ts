import fc from "fast-check";
import { expect, test } from "vitest";
import { createFormats } from "@/lib/time/formats";
import { zoneOf } from "@/lib/time/zone-table";
import { bucketName, labelStep } from "@/components/dashboard/widgets/bucket-words";

const format = createFormats(
  "en",
  { dateFormat: "auto", timeFormat: "h23", firstDayOfWeek: "auto", currency: "USD", numberFormat: "auto" },
  zoneOf("Asia/Jerusalem"),
);

test("a bucket is called by the viewer's clock: the first hour of December is no evening of November", () => {
  const start = "2026-11-30T22:00Z";
  expect(bucketName("hour", start, format)).toBe("00:00");
  expect(bucketName("day", start, format)).toBe("Dec 1");
  expect(bucketName("week", start, format)).toBe("Dec 1");
  expect(bucketName("month", start, format)).toBe("Dec 2026");
});

test("a chart has at most six labels, four where the year stands in them, and one at least", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom("week" as const, "month" as const),
      (count, unit) => {
        const labels = Math.ceil(count / labelStep(count, unit));
        expect(labels).toBeGreaterThanOrEqual(1);
        expect(labels).toBeLessThanOrEqual(unit === "month" ? 4 : 6);
      },
    ),
  );
});
