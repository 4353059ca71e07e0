// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import { KeptPage } from "./kept-page";

const transition = (type: string) => Object.assign(new Event(type), { persisted: true });
const reload = vi.fn();
const isBlank = () => document.documentElement.style.visibility === "hidden";

beforeEach(async () => {
  vi.stubGlobal("location", { reload });
  await createOutboxStorage().rememberPerson({ userId: "ann", shell: null, at: 1 });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  reload.mockReset();
  document.documentElement.style.visibility = "";
});

it("a page that is kept is blank until the device says that it is still this person's", async () => {
  render(<KeptPage userId="ann" />);
  window.dispatchEvent(transition("pagehide"));
  expect(isBlank()).toBe(true);
  window.dispatchEvent(transition("pageshow"));
  expect(isBlank()).toBe(true);
  await expect.poll(isBlank).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

it("a page of somebody who has signed out stays blank and is loaded anew", async () => {
  render(<KeptPage userId="ann" />);
  window.dispatchEvent(transition("pagehide"));
  await createOutboxStorage().forgetPerson();
  window.dispatchEvent(transition("pageshow"));
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(isBlank()).toBe(true);
});

it("a page that came back before its code asks as soon as it has it", async () => {
  document.documentElement.style.visibility = "hidden";
  render(<KeptPage userId="ann" />);
  await expect.poll(isBlank).toBe(false);
});
