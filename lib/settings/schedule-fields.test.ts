import { expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { pausedUntil } from "./schedule-fields";

const accepts = (value: string) => safeParse(pausedUntil().schema, value).success;

it("takes a pause that ends never, or at an instant of the calendar, and nothing else", () => {
  for (const good of ["never", "2026-11-22T18:00:00Z", "2028-02-29T23:59:59.999Z"])
    expect(accepts(good), good).toBe(true);
  for (const bad of [
    "",
    "tomorrow",
    "2026-02-31T10:00:00Z",
    "2027-02-29T00:00:00Z",
    "2026-11-22T18:00:00+02:00",
  ])
    expect(accepts(bad), bad).toBe(false);
});
