// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { initialState, viewOf, type BellView } from "@/lib/notifications/bell/view";
import { emptyRow } from "@/lib/testing/fake-notification-server";
import en from "@/messages/en.json";
import { NotificationPanel } from "./notification-panel";
import { NotificationsContext } from "./notifications-context";

vi.mock("@/components/workspace/workspace", () => ({ useWorkspace: () => ({ projects: [] }) }));
vi.mock("@/components/settings/settings-provider", async () => {
  const { heldSettings } = await import("@/components/settings/held-settings.test-support");
  const { notifications } = await import("@/lib/settings/notifications");
  return { useNotificationSettings: heldSettings(notifications).use };
});
afterEach(cleanup);

const now = new Date("2026-11-22T12:00:00Z");
const row = (seq: number, isRead = false) => ({
  ...emptyRow,
  id: String(seq),
  seq,
  occurred_at: now.toISOString(),
  read_at: isRead ? now.toISOString() : null,
  params: { ...emptyRow.params, lead_name: `Lead ${seq}` },
});
const view: BellView = { ...viewOf(initialState(null)), status: "live", knownAt: now.toISOString() };
const deeds = { mark: vi.fn(), markAllRead: vi.fn(), change: vi.fn(), wakeIn: vi.fn() };

const draw = (rows: BellView["rows"]) => (
  <NextIntlClientProvider locale="en" messages={en} now={now} timeZone="UTC">
    <NotificationsContext
      value={{ ...view, ...deeds, rows, unread: rows.filter(({ read_at }) => read_at === null).length }}
    >
      <NotificationPanel titleId="title" onLeave={() => {}} />
    </NotificationsContext>
  </NextIntlClientProvider>
);
const leads = () =>
  screen.queryAllByRole("link", { name: /Lead/ }).map((link) => /Lead \d/.exec(link.textContent)?.[0]);

it("shows only what is unread where that is asked for, and keeps what is read there under the finger", async () => {
  const { rerender } = render(draw([row(1), row(2, true)]));
  expect(leads()).toEqual(["Lead 1", "Lead 2"]);
  const only = screen.getByRole("button", { name: "Only unread", pressed: false });
  await userEvent.click(only);
  expect(leads()).toEqual(["Lead 1"]);
  rerender(draw([row(3), row(1, true), row(2, true)]));
  expect(leads()).toEqual(["Lead 3", "Lead 1"]);
  await userEvent.click(only);
  expect(leads()).toEqual(["Lead 3", "Lead 1", "Lead 2"]);
  rerender(draw([row(1, true)]));
  await userEvent.click(only);
  expect(leads()).toEqual([]);
  expect(screen.getByText("Everything is read")).toBeTruthy();
});
