import { expect, it } from "vitest";
import { readWalk, stepAt, writeWalk, type Walk } from "@/lib/leads/walk";

const walk: Walk = { list: "/leads?project=p&heat=hot", next: null, ids: ["a", "b", "c"] };

it("a list is read as it was written, and anything else is none", () => {
  expect(readWalk(writeWalk(walk))).toEqual(walk);
  const further: Walk = { ...walk, next: "/leads?project=p&before=x" };
  expect(readWalk(writeWalk(further))).toEqual(further);
  for (const text of [null, "", "{}", "https://elsewhere/leads?\n\na", "/leads?project=p\n"])
    expect(readWalk(text), String(text)).toBeNull();
});

it("previous and next follow the order of the list, and end where it ends", () => {
  expect(stepAt(walk, "b")).toEqual({ at: 2, of: 3, previous: "a", next: "c" });
  expect(stepAt(walk, "a")).toMatchObject({ previous: null, next: "b" });
  expect(stepAt(walk, "c")).toMatchObject({ previous: "b", next: null });
  expect(stepAt(walk, "elsewhere")).toBeNull();
});
