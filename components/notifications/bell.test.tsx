// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { initialState, viewOf, type BellView } from "@/lib/notifications/bell/view";
import { emptyRow } from "@/lib/testing/fake-notification-server";
import { serverClock } from "@/lib/server-clock";
import en from "@/messages/en.json";
import { Bell } from "./bell";
// The page fetches it later; here it is at hand.
import "./bell-panel";
import { NotificationsContext } from "./notifications-context";

vi.mock("./bell-extras", () => ({ BellExtras: () => null }));
vi.mock("@/components/workspace/workspace", () => ({ useWorkspace: () => ({ projects: [] }) }));
vi.mock("@/components/settings/settings-provider", async () => {
  const { heldSettings } = await import("@/components/settings/held-settings.test-support");
  const { notifications } = await import("@/lib/settings/notifications");
  return { useNotificationSettings: heldSettings(notifications).use };
});
vi.stubGlobal("ResizeObserver", function ResizeObserver() {
  return { observe() {}, unobserve() {}, disconnect() {} };
});
afterEach(cleanup);

const now = new Date(2026, 10, 22, 12);
beforeEach(() => serverClock.hear(now.getTime()));
const row = (seq: number, changes: Partial<typeof emptyRow> = {}) => ({
  ...emptyRow,
  id: String(seq),
  seq,
  occurred_at: new Date(now.getTime() - seq * 60_000).toISOString(),
  params: { ...emptyRow.params, lead_name: `Lead ${seq}` },
  ...changes,
});
const view: BellView = {
  ...viewOf(initialState(null)),
  rows: [row(1), row(2, { read_at: now.toISOString() })],
  unread: 1,
  status: "live",
  knownAt: now.toISOString(),
};

function show(changes: Partial<BellView> = {}) {
  const [mark, markAllRead] = [vi.fn(), vi.fn()];
  const draw = (more: Partial<BellView>) => (
    <NextIntlClientProvider locale="en" messages={en} now={now} timeZone="UTC">
      <NotificationsContext value={{ ...view, ...changes, ...more, mark, markAllRead, change: vi.fn() }}>
        <Bell />
      </NotificationsContext>
    </NextIntlClientProvider>
  );
  const { rerender } = render(draw({}));
  return {
    mark,
    markAllRead,
    user: userEvent.setup(),
    update: (more: Partial<BellView>) => rerender(draw(more)),
  };
}

async function open(changes: Partial<BellView> = {}) {
  const world = show(changes);
  await world.user.click(screen.getByRole("button", { name: /^Notifications/ }));
  return { ...world, panel: await screen.findByRole("dialog", { name: "Notifications" }) };
}

describe("the button", () => {
  it("says in its name how many are unread, and in digits up to 99", () => {
    const { update } = show({ unread: 0 });
    expect(screen.getByRole("button", { name: "Notifications, nothing unread" }).textContent).toBe("");
    update({ unread: 99 });
    expect(screen.getByRole("button", { name: "Notifications, 99 unread" }).textContent).toBe("99");
    update({ unread: 100 });
    expect(screen.getByRole("button", { name: "Notifications, more than 99 unread" }).textContent).toBe(
      "99+",
    );
  });

  it("puts the number before the page's title, keeps it there over navigation and takes it away", async () => {
    document.head.innerHTML = "<title>Dashboard</title>";
    const { update } = show({ unread: 3 });
    expect(document.title).toBe("(3) Dashboard");
    await act(async () => void (document.title = "Leads"));
    expect(document.title).toBe("(3) Leads");
    update({ unread: 0 });
    expect(document.title).toBe("Leads");
  });
});

describe("the panel", () => {
  it("takes the focus and gives it back on Escape", async () => {
    const { user, panel } = await open();
    expect(document.activeElement).toBe(panel);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Notifications/ }));
  });

  it("links each item to its lead, reads it on opening and closes", async () => {
    const { user, mark, panel } = await open();
    const link = within(panel).getByRole("link", { name: /Lead 1/ });
    expect(link.getAttribute("href")).toBe(emptyRow.action_url);
    link.addEventListener("click", (event) => event.preventDefault());
    await user.click(link);
    expect(mark.mock.calls).toEqual([[{ ids: ["1"], read: true }]]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("draws no link for an address outside the app", async () => {
    const { panel } = await open({ rows: [row(1, { action_url: "//evil.test" })] });
    expect(within(panel).queryByRole("link", { name: /Lead 1/ })).toBeNull();
    expect(within(panel).getByText(/Lead 1/)).toBeTruthy();
  });

  it("marks one read and unread by its dot, by keyboard, and stays open", async () => {
    const { user, mark, panel } = await open();
    within(panel)
      .getByRole("button", { name: /^Mark as read: .*Lead 1/ })
      .focus();
    await user.keyboard("{Enter}");
    within(panel)
      .getByRole("button", { name: /^Mark as unread: .*Lead 2/ })
      .focus();
    await user.keyboard(" ");
    expect(mark.mock.calls).toEqual([[{ ids: ["1"], read: true }], [{ ids: ["2"], read: false }]]);
  });

  it("marks all, and keeps the focus on a button that has nothing left to do", async () => {
    const { user, markAllRead, panel, update } = await open();
    const button = within(panel).getByRole("button", { name: "Mark all read" });
    await user.click(button);
    update({ unread: 0 });
    expect(document.activeElement).toBe(button);
    await user.click(button);
    expect(markAllRead).toHaveBeenCalledOnce();
  });

  it("groups by the reader's day and says how many older ones are unread", async () => {
    const yesterday = new Date(2026, 10, 21, 12).toISOString();
    const { panel } = await open({ unread: 4, rows: [row(1), row(2, { occurred_at: yesterday })] });
    expect(
      within(panel)
        .getAllByRole("heading", { level: 3 })
        .map((heading) => heading.textContent),
    ).toEqual(["Today", "Earlier"]);
    expect(panel.textContent).toContain("2 older ones are unread.");
  });

  it("names no number of older ones where the server stopped counting", async () => {
    const { panel } = await open({ unread: 100 });
    expect(panel.textContent).toContain("Older ones are unread too.");
  });
});

describe("states", () => {
  it.each([
    ["live", "Live"],
    ["catching_up", "Catching up"],
    ["polling", "Checking regularly"],
    ["offline", "Not connected"],
    ["ended", "Signed out"],
  ] as const)("%s is said in words", async (status, words) => {
    const { panel } = await open({ status });
    expect(within(panel).getByRole("status").textContent).toBe(words);
  });

  it("empty says what will come", async () => {
    const { panel } = await open({ rows: [], unread: 0 });
    expect(panel.textContent).toContain("Nothing here yet");
  });

  it("unread before the first read are awaited, not called empty", async () => {
    const { panel } = await open({ rows: [], unread: 0, knownAt: null, status: "catching_up" });
    expect(panel.querySelector("[aria-busy=true]")).not.toBeNull();
    expect(panel.textContent).not.toContain("Nothing here yet");
  });

  it("offline says since when and that it is tried again", async () => {
    const { panel } = await open({ status: "offline" });
    expect(panel.textContent).toMatch(/You see what was known at .* tried again by itself/);
  });

  it("a mark that was refused is said aloud", async () => {
    const { panel } = await open({ refused: { key: 1, error: { code: "unavailable" } } });
    expect(within(panel).getByRole("alert").textContent).toContain("no connection");
  });
});

it("announces what came in, politely, with the newest title", async () => {
  const { update } = show();
  const announcer = screen.getByTestId("notification-announcer");
  expect(announcer.getAttribute("aria-live")).toBe("polite");
  expect(announcer.textContent).toBe("");
  update({ arrived: { key: 1, rows: [row(9), row(8)] } });
  await within(announcer).findByText(/^2 new notifications\. The latest: .*Lead 9.* turned burning$/);
});
