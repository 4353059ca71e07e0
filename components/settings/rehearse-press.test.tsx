// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import { rehearsePress } from "./rehearse-press";

afterEach(() => vi.restoreAllMocks());

it("turns a switch that nobody sees, and tells neither the page, nor the device, nor the server", () => {
  const attributes = vi.spyOn(Element.prototype, "setAttribute");
  const fetched = vi.spyOn(globalThis, "fetch");
  const pressed = vi.fn();
  document.addEventListener("click", pressed, true);
  rehearsePress(null);
  const shown = attributes.mock.calls.filter(([name]) => name === "aria-checked").map(([, value]) => value);
  expect(shown.map(String)).toEqual(["true", "false"]);
  expect(pressed).not.toHaveBeenCalled();
  expect(fetched).not.toHaveBeenCalled();
  expect(document.body.childElementCount).toBe(0);
  expect("indexedDB" in globalThis).toBe(false);
});
