import { expect, it, vi } from "vitest";
import { createHeldValues } from "./held-values";

it("a held value is newer than what lies on the disk, and goes when the disk has it", () => {
  const values = createHeldValues();
  values.hold("a", { value: 2, since: 1, reunite: () => 0 });
  expect([values.newest("a", 1), values.all()]).toEqual([2, [["a", 2]]]);
  values.written("a", 2, values.heldAt("a"), false);
  expect([values.held(), values.newest("a", 2)]).toEqual([[], 2]);
});

it("it is reunited with what another tab has written meanwhile, and with nothing else", () => {
  const reunite = vi.fn(() => "both");
  const values = createHeldValues();
  values.hold("a", { value: "mine", since: "before", reunite });
  expect(values.newest("a", "before")).toBe("mine");
  expect(reunite).not.toHaveBeenCalled();
  expect(values.newest("a", "theirs")).toBe("both");
  expect(reunite).toHaveBeenCalledWith("theirs", "mine", "before");
});
