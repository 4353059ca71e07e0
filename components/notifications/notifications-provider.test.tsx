// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createBell, type Bell } from "@/lib/notifications/bell/bell";
import type { BatchMark, FeedAnswer } from "@/lib/notifications/notification";
import { fakeNotificationServer } from "@/lib/testing/fake-notification-server";
import { fakeClock } from "@/lib/testing/fake-clock";
import { fail, ok } from "@/lib/result";
import { giveVoice } from "@/components/ui/toast";
import en from "@/messages/en.json";
import { useNotifications } from "./notifications-context";
import { NotificationsProvider } from "./notifications-provider";

type Start = (options: {
  initial: FeedAnswer | null;
  mark: Parameters<typeof createBell>[0]["mark"];
  markBatch: Parameters<typeof createBell>[0]["markBatch"];
  change: Parameters<typeof createBell>[0]["change"];
}) => Bell;
const { startLiveBell } = vi.hoisted(() => ({ startLiveBell: vi.fn<Start>() }));
vi.mock("@/lib/notifications/bell/live-bell", () => ({ startLiveBell }));

/** What is said in messages. */
const said = vi.fn();
giveVoice(Object.assign(said, { error: vi.fn() }));

let idle: (() => void)[] = [];
const stop = vi.fn();

beforeEach(() => {
  idle = [];
  vi.stubGlobal("requestIdleCallback", (act: () => void) => idle.push(act));
  vi.stubGlobal("cancelIdleCallback", () => undefined);
  startLiveBell.mockImplementation(({ initial, ...send }) => {
    const { timers } = fakeClock();
    const tabs = { isLeader: () => true, share: () => undefined };
    const load = async () => fail("unavailable");
    return { ...createBell({ initial, ...send, load, timers, isVisible: () => true, tabs }), stop };
  });
});
afterEach(() => vi.clearAllMocks());

const start = () =>
  act(async () => {
    idle.splice(0).forEach((run) => run());
    await vi.dynamicImportSettled();
  });

/** The latest way to mark all read, and the one of the first render, as a message keeps it. */
function Count() {
  const { unread, markAllRead } = useNotifications();
  const [kept] = useState(() => markAllRead);
  return (
    <>
      <button onClick={markAllRead}>{unread}</button>
      <i title="kept" onClick={kept} />
    </>
  );
}

function show() {
  const server = fakeNotificationServer(() => 1_800_000_000_000_000);
  server.insert();
  const markRead = vi.fn(async () => fail("unavailable"));
  const markBatch = vi.fn(async (batch: BatchMark) => ok(server.markBatch(batch).commit()));
  const draw = (initial: FeedAnswer | null) => (
    <NextIntlClientProvider locale="en" messages={en}>
      <NotificationsProvider
        userId="me"
        initial={initial}
        markRead={markRead}
        markBatch={markBatch}
        change={markRead}
      >
        <Count />
      </NotificationsProvider>
    </NextIntlClientProvider>
  );
  const { rerender, unmount } = render(draw(server.read(0)));
  return { server, markBatch, unmount, update: () => rerender(draw(server.read(0))) };
}

it("shows the server's count before anything is loaded, starts when idle and stops with the page", async () => {
  const { unmount } = show();
  expect(screen.getByRole("button").textContent).toBe("1");
  expect(startLiveBell).not.toHaveBeenCalled();
  await start();
  expect(startLiveBell).toHaveBeenCalledOnce();
  expect(screen.getByRole("button").textContent).toBe("1");
  unmount();
  expect(stop).toHaveBeenCalledOnce();
});

it("keeps a mark made before the bell has started, and says whose it is", async () => {
  const { markBatch, unmount } = show();
  screen.getByRole("button").click();
  expect(markBatch).not.toHaveBeenCalled();
  await start();
  const asked = { userId: "me", through: 1, read: true, markedAt: null };
  expect(markBatch.mock.calls).toEqual([[asked]]);
  unmount();
});

it("does what a message offers, also where its button was made before the bell had started", async () => {
  const { markBatch, unmount } = show();
  await start();
  await act(async () => screen.getByTitle("kept").click());
  expect(markBatch).toHaveBeenCalledOnce();
  unmount();
});

it("says that all is read and offers the way back, again where that failed", async () => {
  const { server, markBatch, unmount } = show();
  await start();
  const undo = () => act(async () => said.mock.lastCall?.[1].action.onClick());
  await act(async () => screen.getByRole("button").click());
  expect(said.mock.calls).toEqual([["All notifications are marked as read", expect.anything()]]);
  expect(server.read(0).unread).toBe(0);
  markBatch.mockResolvedValueOnce(fail("unavailable"));
  await undo();
  expect(said).toHaveBeenCalledTimes(2);
  await undo();
  expect(server.read(0).unread).toBe(1);
  expect(screen.getByRole("button").textContent).toBe("1");
  expect(said).toHaveBeenCalledTimes(2);
  unmount();
});

it("takes in what a later render on the server knew", async () => {
  const { server, update, unmount } = show();
  await start();
  server.insert();
  act(update);
  expect(screen.getByRole("button").textContent).toBe("2");
  unmount();
});
