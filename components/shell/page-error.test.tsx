// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchLeaving } from "@/lib/live/page-left";
import messages from "@/messages/en.json";
import { PageError } from "./page-error";

let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  stop = watchLeaving();
});
afterEach(() => {
  stop();
  cleanup();
  vi.useRealTimers();
});

const show = () =>
  render(
    <NextIntlClientProvider locale="en" messages={messages}>
      <PageError digest={undefined} retry={() => {}} />
    </NextIntlClientProvider>,
  );

it("a fault is told", () => {
  show();
  expect(screen.getByRole("alert")).toBeTruthy();
});

it("a fault of a page that is being left is not told, unless the next page does not come", () => {
  window.dispatchEvent(new Event("beforeunload"));
  show();
  expect(screen.queryByRole("alert")).toBeNull();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(screen.getByRole("alert")).toBeTruthy();
  window.dispatchEvent(new Event("pageshow"));
});
