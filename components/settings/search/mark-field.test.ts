// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { markField } from "./mark-field";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  document.body.innerHTML = "";
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const row = (inner: string) => `<div id="field">${inner}</div>`;
const focused = () => document.activeElement?.id;

it("focuses the control that sets the value, not the button that resets it", () => {
  document.body.innerHTML = row(`<button id="reset"></button><button role="switch" id="switch"></button>`);
  markField("field");
  expect(focused()).toBe("switch");
  document.body.innerHTML = row(
    `<input type="radio" name="r" id="one"><input type="radio" name="r" id="two" checked>`,
  );
  markField("field");
  expect(focused(), "of radios, the chosen one").toBe("two");
});

it("marks the field for a moment only", () => {
  document.body.innerHTML = row(`<input id="box">`);
  markField("field");
  const field = document.getElementById("field");
  expect(field?.dataset.marked).toBe("");
  vi.advanceTimersByTime(5_000);
  expect(field?.dataset.marked).toBeUndefined();
});

it("waits for a field that is still on its way, unless it was given up", async () => {
  markField("field");
  document.body.innerHTML = row(`<input id="box">`);
  await vi.waitFor(() => expect(focused()).toBe("box"));

  document.body.innerHTML = "";
  markField("field")();
  document.body.innerHTML = row(`<input id="box">`);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(focused()).not.toBe("box");
});

it("shows what stands in the place of a field that is not there, and what a filter has hidden", async () => {
  document.body.innerHTML = `<section id="card" tabindex="-1" data-stands-for="other field"><button></button></section>`;
  markField("field");
  expect(focused()).toBe("card");

  document.body.innerHTML = `<button id="all" data-fields="other field"></button>`;
  document
    .getElementById("all")
    ?.addEventListener("click", () =>
      queueMicrotask(() => (document.body.innerHTML = row(`<input id="box">`))),
    );
  markField("field");
  await vi.waitFor(() => expect(focused()).toBe("box"));
});
