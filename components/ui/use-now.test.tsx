// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { serverClock } from "@/lib/server-clock";
import { useNow } from "./use-now";

const rendered = new Date("2026-11-29T12:00:00Z");

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-28T10:00:00Z") }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Clock({ every }: { every?: number }) {
  const now = useNow(every === undefined ? {} : { updateInterval: every });
  return <output>{now.toISOString()}</output>;
}

const show = (every?: number) =>
  render(
    <NextIntlClientProvider locale="en" messages={{}} timeZone="UTC" now={rendered}>
      <Clock {...(every !== undefined && { every })} />
    </NextIntlClientProvider>,
  );
const shown = () => screen.getByRole("status").textContent;

it("is the time at which the page was rendered first, then the server's, whatever the device's clock says", () => {
  serverClock.hear(rendered.getTime() + 3_600_000);
  show(10_000);
  expect(shown()).toBe("2026-11-29T12:00:00.000Z");
  act(() => void vi.advanceTimersByTime(1));
  expect(shown()).toBe("2026-11-29T13:00:00.000Z");
  act(() => void vi.advanceTimersByTime(20_000));
  expect(shown()).toBe("2026-11-29T13:00:20.000Z");
});

it("stands still where nobody asked for its going on", () => {
  show();
  act(() => void vi.advanceTimersByTime(60_000));
  expect(shown()).toBe("2026-11-29T12:00:00.000Z");
});
