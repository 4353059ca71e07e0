// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { formats } from "@/lib/i18n/formats";
import type { DeliveryFate } from "@/lib/notifications/delivery/fates";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { emptyInboxRow } from "@/lib/testing/inbox-rows";
import en from "@/messages/en.json";
import { ChannelFates } from "./channel-fates";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const fate = (given: Partial<DeliveryFate>): DeliveryFate => ({
  channel: "email",
  destination: "dana@example.com",
  status: "sent",
  reason: "sent",
  not_before: null,
  provider_status: null,
  at: "2026-11-29T10:05:00Z",
  ...given,
});
const row = { ...emptyInboxRow, occurred_at: "2026-11-29T10:00:00Z", params: { kind: "lead.heat" } };

/** Opens what happened to a row; the route gives these answers, one after the other. */
function open(given: Partial<InboxRow>, ...answers: unknown[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return Response.json(answers[Math.min(asked.length, answers.length) - 1]);
  });
  render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC">
      <ChannelFates userId="ann" row={{ ...row, ...given }} />
    </NextIntlClientProvider>,
  );
  return asked;
}
const lines = () => screen.getAllByRole("listitem").map((line) => line.textContent);
const value = (...fates: DeliveryFate[]) => ({ ok: true, value: fates });

it("tells the state, the reason and the destination of each channel, the app among them", async () => {
  const asked = open(
    {},
    value(
      fate({}),
      fate({ channel: "push", status: "suppressed", reason: "switch", destination: null }),
      fate({ channel: "sms", status: "dead", reason: "network", destination: "+972501234567" }),
      fate({ channel: "whatsapp", reason: "of a later build", status: "suppressed", destination: null }),
    ),
  );
  await waitFor(() => expect(lines()).toHaveLength(5));
  expect(asked).toEqual([`/api/deliveries?userId=ann&id=${row.id}`]);
  expect(lines()[0]).toMatch(/^In the appShown Nov 29, /);
  expect(lines()[1]).toMatch(/^EmailSent Nov 29, .*dana@example.com$/);
  expect(lines().slice(2)).toEqual([
    "PushNot sentIts switch is off.",
    "SMSCould not be sentIt was tried several times, in vain. +972501234567",
    "WhatsAppNot sentIt was stopped.",
  ]);
  expect(screen.getByText("+972501234567").tagName).toBe("BDI");
});

it("says why the app kept it away", async () => {
  open({ kept_away: "heat" }, value(fate({})));
  await waitFor(() => expect(lines()).toHaveLength(2));
  expect(lines()[0]).toBe("In the appNot shownThe lead is colder than you asked for.");
});

it("says that nothing is decided yet, where nothing is", async () => {
  open({}, value());
  expect((await screen.findByText(/Not decided yet/)).getAttribute("role")).toBe("status");
});

it("offers to look again where it could not be looked up", async () => {
  const asked = open({}, { ok: false, error: { code: "unavailable" } }, value(fate({})));
  await screen.findByRole("alert");
  await userEvent.click(screen.getByText("Try again"));
  await waitFor(() => expect(lines()).toHaveLength(2));
  expect(asked).toHaveLength(2);
  expect(screen.queryByRole("alert")).toBeNull();
});
