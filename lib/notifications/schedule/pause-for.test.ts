import { expect, it } from "vitest";
import { pauseFor } from "./pause-for";

const hour = 3_600_000;
const at = (time: string) => Date.parse(`2026-11-29T${time}Z`);

it("a pause ends on a whole minute, and never earlier than asked for", () => {
  expect(pauseFor(hour, at("10:00:00.000"))).toBe("2026-11-29T11:00:00.000Z");
  expect(pauseFor(hour, at("10:00:00.001"))).toBe("2026-11-29T11:01:00.000Z");
  expect(pauseFor(hour, at("10:00:59.999"))).toBe("2026-11-29T11:01:00.000Z");
});
