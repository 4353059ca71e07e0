// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import en from "@/messages/en.json";
import { FreshnessBanner } from "./freshness-banner";

const now = new Date("2026-11-23T12:30:00Z");
beforeEach(() => vi.useFakeTimers({ now, toFake: ["Date", "setInterval", "clearInterval"] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it.each([
  [0, "a moment ago"],
  [59, "a moment ago"],
  [60, "1 minute ago"],
  [420, "7 minutes ago"],
])("what this device learned %i seconds ago is said to be of %s", (seconds, words) => {
  const at = new Date(now.getTime() - seconds * 1_000).toISOString();
  render(
    <NextIntlClientProvider locale="en" messages={en}>
      <FreshnessBanner status="cached" at={at} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByText(new RegExp(`as this device last knew them, ${words}\\.`))).toBeTruthy();
});
