// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import type { PersonDestination } from "@/lib/notifications/destinations/destination";
import { formats } from "@/lib/i18n/formats";
import en from "@/messages/en.json";
import { DestinationRow } from "./destination-row";

afterEach(cleanup);

const proved: PersonDestination = {
  id: "5a0c1b5e-3f0c-4c53-9d0f-0c7a3a0c1b5e",
  channel: "email",
  address: "ann@example.org",
  name: "",
  device_id: null,
  of_account: true,
  verified_at: "2026-11-20T08:00:00Z",
  disabled_at: null,
  disabled_reason: null,
  last_sent_at: null,
  window_until: null,
  created_at: "2026-11-20T08:00:00Z",
};

function words(changes: Partial<PersonDestination>): string {
  cleanup();
  render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC">
      <DestinationRow destination={{ ...proved, ...changes }} configured={false} />
    </NextIntlClientProvider>,
  );
  return screen.getByRole("listitem").textContent;
}

it("is said to work only where something went, and to be ready before", () => {
  expect(words({})).toBe("ann@example.orgReadyNothing has gone there yet.");
  expect(words({ last_sent_at: "2026-11-23T12:30:00Z" })).toMatch(
    /^ann@example\.orgWorkingLast message Nov 23/,
  );
});

it("is neither where it is not proved, or off", () => {
  expect(words({ verified_at: null })).toContain("Not verified");
  expect(
    words({
      disabled_at: "2026-11-23T12:30:00Z",
      disabled_reason: "paused",
      last_sent_at: "2026-11-23T12:30:00Z",
    }),
  ).toMatch(/^ann@example\.orgOff/);
});
