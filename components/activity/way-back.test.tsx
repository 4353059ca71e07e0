// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { event } from "@/lib/testing/audit-record";
import { ok } from "@/lib/result";
import { entry, metrics, setUpActivity, showActivity as show } from "./activity-screen.test-support";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useSearchParams: () => new URLSearchParams(),
}));

setUpActivity();

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

  it("lists a change saved on this device even where no hint arrives", async () => {
    const events = [event(1, { path: metrics, before: true })];
    show(events, { widget_visibility: { metrics: false } });
    events.unshift(event(2, { path: metrics, before: false, after: true, source: "undo" }));
    await userEvent.click(screen.getByRole("button", { name: "Undo: Key metrics" }));
    await waitFor(() => expect(screen.getAllByRole("article", { name: "Key metrics" })).toHaveLength(2));
  });

  it("says first that something was changed again, and does nothing before the person has chosen", async () => {
    const view = "dashboard_preferences.defaultView";
    const sent = show([event(1, { path: view, after: "classic" })], {
      dashboard_preferences: { defaultView: "compact" },
    });
    await userEvent.click(within(entry("Default view")).getByRole("button", { name: "Undo: Default view" }));
    const dialog = await screen.findByRole("dialog", { name: "Changed again since" });
    expect(dialog.textContent).toContain("From Compact to Enhanced (default)");
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Undo anyway" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ patch: { dashboard_preferences: { defaultView: null } } });
  });

  it("lists what going back to a moment changes, leaves out what is so already, and sends that alone", async () => {
    const changes = [
      { section: "dashboard", projectId: null, path: metrics, value: null },
      { section: "dashboard", projectId: null, path: "dashboard_preferences.compactMode", value: true },
      { section: "preferences", projectId: null, path: "interface_settings.density", value: "compact" },
    ];
    const now = { widget_visibility: { metrics: false }, dashboard_preferences: { compactMode: true } };
    const sent = show([event(1)], now, ok({ changes }));
    await userEvent.click(screen.getByRole("button", { name: "Restore everything as of this moment" }));
    const dialog = await screen.findByRole("dialog", { name: /^As it was on Nov 5, 2026/ });
    await within(dialog).findByText("From off to on (default)");
    expect(dialog.textContent).not.toContain("Compact spacing");
    await userEvent.click(within(dialog).getByRole("button", { name: "Restore 2 settings" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      expect.objectContaining({ patch: { widget_visibility: { metrics: null } }, source: "undo" }),
      expect.objectContaining({ patch: { interface_settings: { density: "compact" } }, source: "undo" }),
    ]);
  });

  it("is not possible where the server does not answer, and says so", async () => {
    const sent = show([event(1)]);
    await userEvent.click(screen.getByRole("button", { name: "Restore everything as of this moment" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByRole("alert")).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: /^Restore/ })).toBeNull();
    expect(sent).toEqual([]);
  });
});
