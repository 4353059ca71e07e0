// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { forgetUsed, lastUsed, noteUsed } from "./last-used";

beforeEach(forgetUsed);

it("keeps the last five commands, newest first, each once", () => {
  for (const id of ["a", "b", "c", "a", "d", "e", "f"]) noteUsed(id);
  expect(lastUsed().map(({ id }) => id)).toEqual(["f", "e", "d", "a", "c"]);
});

it("keeps in one line what cannot be named again without the server", () => {
  noteUsed("lead", "Dana\tLevi\nof Haifa");
  noteUsed("page");
  expect(lastUsed()).toEqual([
    { id: "page", title: "" },
    { id: "lead", title: "Dana Levi of Haifa" },
  ]);
});

it("forgets them when the person signs out", () => {
  noteUsed("a");
  forgetUsed();
  expect(lastUsed()).toEqual([]);
});

it("has none in a browser that keeps nothing for a page", () => {
  const refusal = vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  noteUsed("a");
  expect(lastUsed()).toEqual([]);
  refusal.mockRestore();
});
