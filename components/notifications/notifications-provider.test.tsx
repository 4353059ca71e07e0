// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createBell, type Bell } from "@/lib/notifications/bell/bell";
import type { FeedAnswer } from "@/lib/notifications/notification";
import { fakeNotificationServer } from "@/lib/testing/fake-notification-server";
import { fakeClock } from "@/lib/testing/fake-clock";
import { fail, ok } from "@/lib/result";
import { useNotifications } from "./notifications-context";
import { NotificationsProvider } from "./notifications-provider";

type Start = (options: {
  initial: FeedAnswer | null;
  mark: Parameters<typeof createBell>[0]["mark"];
}) => Bell;
const { startLiveBell } = vi.hoisted(() => ({ startLiveBell: vi.fn<Start>() }));
vi.mock("@/lib/notifications/bell/live-bell", () => ({ startLiveBell }));

let idle: (() => void)[] = [];
const stop = vi.fn();

beforeEach(() => {
  idle = [];
  vi.stubGlobal("requestIdleCallback", (act: () => void) => idle.push(act));
  vi.stubGlobal("cancelIdleCallback", () => undefined);
  startLiveBell.mockImplementation(({ initial, mark }) => {
    const { timers } = fakeClock();
    const tabs = { isLeader: () => true, share: () => undefined };
    const load = async () => fail("unavailable");
    return { ...createBell({ initial, mark, load, timers, isVisible: () => true, tabs }), stop };
  });
});
afterEach(() => vi.clearAllMocks());

const start = () =>
  act(async () => {
    idle.splice(0).forEach((run) => run());
    await vi.dynamicImportSettled();
  });

function Count() {
  const { unread, mark } = useNotifications();
  return <button onClick={() => mark({ ids: null, read: true })}>{unread}</button>;
}

function show() {
  const server = fakeNotificationServer(() => 1_800_000_000_000_000);
  server.insert();
  const markRead = vi.fn(async () => ok({ unread: 0, head: 1, at: "2027-01-15T08:00:01+00:00" }));
  const draw = (initial: FeedAnswer | null) => (
    <NotificationsProvider userId="me" initial={initial} markRead={markRead}>
      <Count />
    </NotificationsProvider>
  );
  const { rerender, unmount } = render(draw(server.read(0)));
  return { server, markRead, unmount, update: () => rerender(draw(server.read(0))) };
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
  const { markRead, unmount } = show();
  screen.getByRole("button").click();
  expect(markRead).not.toHaveBeenCalled();
  await start();
  expect(markRead.mock.calls).toEqual([[expect.objectContaining({ userId: "me", read: true })]]);
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
