// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { giveVoice } from "@/components/ui/toast";
import type { BellView } from "@/lib/notifications/bell/view";
import { serverClock } from "@/lib/server-clock";
import { emptyRow } from "@/lib/testing/fake-notification-server";
import en from "@/messages/en.json";
import { BellExtras } from "./bell-extras";
import { NotificationsContext } from "./notifications-context";

const { held, tone, push } = vi.hoisted(() => ({
  held: { pausedUntil: "never", notificationSound: false, waitInMeetings: false },
  tone: vi.fn(),
  push: vi.fn(),
}));
vi.mock("./tone", () => ({ playTone: tone }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
vi.mock("@/components/settings/settings-provider", async () => {
  const { notifications } = await import("@/lib/settings/notifications");
  const { preferences } = await import("@/lib/settings/preferences");
  const { resolve } = await import("@/lib/settings/resolve");
  const read = () => resolve(notifications, []).value;
  return {
    useNotificationSettings: () => ({
      value: { notification_schedule: { ...read().notification_schedule, ...held } },
    }),
    useAppPreferences: () => {
      const { interface_settings: look } = resolve(preferences, []).value;
      return { value: { interface_settings: { ...look, notificationSound: held.notificationSound } } };
    },
  };
});

const said = vi.fn();
giveVoice(Object.assign(said, { error: vi.fn() }));
const badge = vi.fn(async () => undefined);

afterEach(cleanup);
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(held, { pausedUntil: "never", notificationSound: false, waitInMeetings: false });
  Object.assign(navigator, { setAppBadge: badge });
});

const row = (seq: number) => ({ ...emptyRow, id: String(seq), seq });
const view: BellView = {
  rows: [],
  unread: 0,
  meetings: [],
  status: "live",
  knownAt: null,
  arrived: null,
  refused: null,
  edits: [],
  settled: [],
};

/** The bell at this moment; the hours are those that everybody begins with: quiet from 22:00 to 08:00, in UTC. */
function showAt(moment: string) {
  serverClock.hear(Date.parse(moment));
  const deeds = { mark: vi.fn(), markAllRead: vi.fn(), change: vi.fn() };
  const draw = (changes: Partial<BellView>) => (
    <NextIntlClientProvider locale="en" messages={en} now={new Date(moment)} timeZone="UTC">
      <NotificationsContext value={{ ...view, ...changes, ...deeds }}>
        <BellExtras descriptionId="quiet" />
      </NotificationsContext>
    </NextIntlClientProvider>
  );
  const { rerender } = render(draw({}));
  return (changes: Partial<BellView>) => act(async () => rerender(draw(changes)));
}
const [day, night] = ["2026-11-23T12:00:00Z", "2026-11-23T23:00:00Z"];
const words = () => document.getElementById("quiet")?.textContent;

describe("the crescent", () => {
  it("is there in quiet hours, with their end, and not by day", () => {
    showAt(day);
    expect(words()).toBe("");
    expect(screen.queryByTestId("crescent")).toBeNull();
    cleanup();
    showAt(night);
    expect(words()).toBe("Quiet until tomorrow, 8:00 AM");
    expect(screen.getByTestId("crescent").title).toBe(words());
  });

  it("says of a pause that it is one", () => {
    held.pausedUntil = "2026-11-23T12:30:00Z";
    showAt(day);
    expect(words()).toBe("Paused until 12:30 PM");
  });
});

describe("a meeting", () => {
  const meetings = [{ starts_at: "2026-11-23T11:45:00Z", ends_at: "2026-11-23T12:30:00Z" }];
  const arrived = { key: 1, rows: [row(1)] };

  it("makes the bell silent where the person waits for it, says until when, and no longer than it lasts", async () => {
    held.waitInMeetings = true;
    const update = showAt(day);
    await update({ meetings });
    expect(words()).toBe("In a meeting until 12:30 PM");
    await update({ meetings, arrived });
    expect(said).not.toHaveBeenCalled();
    serverClock.hear(Date.parse("2026-11-23T12:30:00Z"));
    await update({ meetings, arrived: { key: 2, rows: [row(2)] } });
    expect(said).toHaveBeenCalledOnce();
  });

  it("is nothing to a bell that does not wait, even before the server knows", async () => {
    const update = showAt(day);
    await update({ meetings, arrived });
    expect(words()).toBe("");
    expect(said).toHaveBeenCalledOnce();
  });
});

describe("what comes in", () => {
  it("is said once, with a way to it, and many are one message", async () => {
    const update = showAt(day);
    await update({ arrived: { key: 1, rows: [row(1)] } });
    await update({ arrived: { key: 1, rows: [row(1)] }, unread: 1 });
    expect(said.mock.calls.map(([text]) => text)).toEqual([expect.stringContaining("turned burning")]);
    said.mock.lastCall?.[1].action.onClick();
    expect(push).toHaveBeenCalledWith("/notifications?view=all&open=1");
    await update({ arrived: { key: 2, rows: [row(4), row(3), row(2)] } });
    expect(said.mock.lastCall?.[0]).toBe("3 new notifications");
    expect(said.mock.lastCall?.[1].id).toBe(said.mock.calls[0]?.[1].id);
  });

  it.each([
    ["quiet hours", night, "never"],
    ["a pause", day, "2026-11-23T12:30:00Z"],
  ])("is neither said nor heard in %s", async (_, moment, pausedUntil) => {
    Object.assign(held, { pausedUntil, notificationSound: true });
    const update = showAt(moment);
    await update({ arrived: { key: 1, rows: [row(1)] } });
    expect(said).not.toHaveBeenCalled();
    expect(tone).not.toHaveBeenCalled();
  });

  it("is heard by those who want it, and by nobody else", async () => {
    const update = showAt(day);
    await update({ arrived: { key: 1, rows: [row(1)] } });
    expect(tone).not.toHaveBeenCalled();
    held.notificationSound = true;
    await update({ arrived: { key: 2, rows: [row(2)] } });
    expect(tone).toHaveBeenCalledOnce();
  });
});

it("the icon of an installed app has the count, and a device that refuses it is no fault", async () => {
  badge.mockRejectedValueOnce(new Error("not installed"));
  const update = showAt(day);
  await update({ unread: 7 });
  expect(badge).toHaveBeenLastCalledWith(7);
});
