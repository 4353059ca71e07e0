// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetShown, noteShown } from "@/lib/device/shown-person";
import { KeptPage } from "./kept-page";

const transition = (type: string) => Object.assign(new Event(type), { persisted: true });
const reload = vi.fn();
const isBlank = () => document.documentElement.style.visibility === "hidden";

beforeEach(() => void vi.stubGlobal("location", { reload }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  reload.mockReset();
  document.documentElement.style.visibility = "";
  forgetShown();
});

it("a page that is kept is blank, and shown on the way back while the browser shows this person's pages", () => {
  render(<KeptPage userId="ann" />);
  window.dispatchEvent(transition("pagehide"));
  expect(isBlank()).toBe(true);
  window.dispatchEvent(transition("pageshow"));
  expect(isBlank()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it.each([
  ["somebody who has signed out", forgetShown],
  ["somebody after whom another has signed in", () => noteShown("ben")],
])("a page of %s stays blank and is loaded anew", (_, meanwhile) => {
  render(<KeptPage userId="ann" />);
  window.dispatchEvent(transition("pagehide"));
  meanwhile();
  window.dispatchEvent(transition("pageshow"));
  expect(reload).toHaveBeenCalledOnce();
  expect(isBlank()).toBe(true);
});

it("a page that came back before its code asks as soon as it has it, and does not take the browser for its person's", () => {
  document.documentElement.style.visibility = "hidden";
  noteShown("ben");
  render(<KeptPage userId="ann" />);
  expect(reload).toHaveBeenCalledOnce();
  noteShown("ann");
  render(<KeptPage userId="ann" />);
  expect(isBlank()).toBe(false);
});
