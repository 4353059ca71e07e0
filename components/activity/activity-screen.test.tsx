// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SettingsProvider } from "@/components/settings/settings-provider";
import { ShellContext } from "@/components/shell/shell-context";
import type { Restoration, SettingsEvent } from "@/lib/audit/event";
import { event, operation } from "@/lib/audit/record.test-support";
import { fail, ok, type Result } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import en from "@/messages/en.json";
import { ActivityScreen } from "./activity-screen";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useSearchParams: () => new URLSearchParams(),
}));

// A bound, not a wait: what is expected comes within milliseconds, on a busy machine later.
configure({ asyncUtilTimeout: 10_000 });

const projectId = "7d0a2f4e-0000-4000-8000-0000000000aa";
const shell = {
  user: { name: "Ann", email: "ann@test.local" },
  projects: [{ id: projectId, name: "Harbour", client_id: "c", client_name: "Co" }],
  rememberedId: null,
};

/** The screen with a record on it, for a person whose own values are `dashboard`. */
function show(
  events: SettingsEvent[],
  dashboard: JsonObject = {},
  asOf: Result<Restoration> = fail("unavailable"),
) {
  const sent: unknown[] = [];
  const rows = [{ section: "dashboard", scope: null, overrides: dashboard, version: 3 }];
  const answers = (url: string): Result<unknown> =>
    url.startsWith("/api/settings/as-of")
      ? asOf
      : url.startsWith("/api/settings/activity")
        ? ok({ events, has_more: false })
        : ok({ rows });
  vi.stubGlobal("fetch", async (url: string) => Response.json(answers(url)));
  const patchSettings = async (request: unknown) => {
    sent.push(request);
    return ok({ overrides: {}, version: 4, conflicts: [] });
  };
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date("2026-11-05T20:00:00Z")}>
      <SettingsProvider
        userId="ann"
        projectId={null}
        initial={{ scope: null, rows, at: 1_000 }}
        patchSettings={patchSettings}
      >
        <ShellContext value={shell}>
          <ActivityScreen userId="ann" initial={ok({ events, has_more: false })} />
        </ShellContext>
      </SettingsProvider>
    </NextIntlClientProvider>,
  );
  return sent;
}

const entry = (name: string) => screen.getByRole("article", { name });
const metrics = "widget_visibility.metrics";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the record of changes", () => {
  it("says which setting, for which project, by whom and from where, from what to what", () => {
    show([
      event(4, { path: metrics, project_id: projectId }),
      event(3, {
        section: "notifications",
        path: "email_notifications.minimumHeat",
        before: "cold",
        after: "burning",
        own: false,
        actor_name: "Olga",
        source: "team",
      }),
      event(2, {
        own: false,
        actor: null,
        actor_name: null,
        source: "system",
        path: metrics,
        before: false,
        after: null,
      }),
    ]);
    expect(screen.getByRole("heading", { name: "Today, Nov 5, 2026" })).toBeTruthy();
    const [mine, systems] = screen.getAllByRole("article", { name: "Key metrics" });
    expect(mine?.textContent).toContain("Dashboard · Widgets");
    expect(mine?.textContent).toContain("From inherited to off");
    expect(mine?.textContent).toContain("You · This app · Harbour");
    expect(systems?.textContent).toContain("The system · System · All projects");
    expect(systems?.textContent).toContain("From off to inherited");
    const theirs = entry("From this heat on");
    expect(theirs.textContent).toContain("From Cold to Burning");
    expect(theirs.textContent).toContain("Olga · Team");
  });

  it("tells atomic values in words", () => {
    const place = { x: 0, y: 2, w: 6, h: 4, collapsed: true };
    const days = { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false };
    show([
      event(2, { path: "widget_layout.lg.metrics", after: place }),
      event(1, {
        section: "notifications",
        path: "notification_schedule.workingHours",
        after: { start: "08:30", end: "17:00", days },
      }),
    ]);
    expect(entry("Key metrics, wide screen").textContent).toContain(
      "column 1, row 3, 6 wide, 4 high, collapsed",
    );
    expect(entry("Working hours").textContent).not.toContain("{");
  });

  it("shows what a newer build wrote and this one does not know, as it is written", () => {
    show([event(1, { section: "scents", path: "kitchen.smell", after: "bread" })]);
    expect(entry("kitchen.smell").textContent).toContain('From inherited to "bread"');
  });

  it("reads the changes of one operation as one entry", () => {
    const one = { op_id: operation(9) };
    show([event(2, { ...one, path: "widget_visibility.insights" }), event(1, { ...one, path: metrics })]);
    const both = entry("2 settings");
    expect(within(both).getAllByRole("listitem")).toHaveLength(2);
  });
});

describe("the way back", () => {
  it("undoes an entry at once where nothing was changed since, recorded as an undo", async () => {
    const sent = show([event(1, { path: metrics, before: true })], { widget_visibility: { metrics: false } });
    await userEvent.click(within(entry("Key metrics")).getByRole("button", { name: "Undo: Key metrics" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      section: "dashboard",
      patch: { widget_visibility: { metrics: true } },
      base: { [metrics]: false },
      source: "undo",
    });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("says first that something was changed again, and does nothing before the person has chosen", async () => {
    const view = "dashboard_preferences.defaultView";
    const sent = show([event(1, { path: view, after: "classic" })], {
      dashboard_preferences: { defaultView: "compact" },
    });
    await userEvent.click(within(entry("View")).getByRole("button", { name: "Undo: View" }));
    const dialog = await screen.findByRole("dialog", { name: "Changed again since" });
    expect(dialog.textContent).toContain("From Compact to inherited");
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Undo anyway" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ patch: { dashboard_preferences: { defaultView: null } } });
  });

  it("lists what going back to a moment changes, leaves out what is so already, and sends that alone", async () => {
    const changes = [
      { section: "dashboard", scope: null, path: metrics, value: null },
      { section: "dashboard", scope: null, path: "dashboard_preferences.compactMode", value: true },
      { section: "preferences", scope: null, path: "interface_settings.density", value: "compact" },
    ];
    const now = { widget_visibility: { metrics: false }, dashboard_preferences: { compactMode: true } };
    const sent = show([event(1)], now, ok({ changes }));
    await userEvent.click(screen.getByRole("button", { name: "Restore everything as of this moment" }));
    const dialog = await screen.findByRole("dialog", { name: /^As it was on Nov 5, 2026/ });
    await within(dialog).findByText("From off to inherited");
    expect(dialog.textContent).not.toContain("Compact spacing");
    await userEvent.click(within(dialog).getByRole("button", { name: "Restore 2 settings" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      expect.objectContaining({ patch: { widget_visibility: { metrics: null } }, source: "undo" }),
      expect.objectContaining({ patch: { interface_settings: { density: "compact" } }, source: "undo" }),
    ]);
  });

  it("cannot be gone where the server does not answer, and says so", async () => {
    const sent = show([event(1)]);
    await userEvent.click(screen.getByRole("button", { name: "Restore everything as of this moment" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByRole("alert")).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: /^Restore/ })).toBeNull();
    expect(sent).toEqual([]);
  });
});
