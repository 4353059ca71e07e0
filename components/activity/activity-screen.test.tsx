// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { event, operation } from "@/lib/testing/audit-record";
import {
  entry,
  metrics,
  projectId,
  setUpActivity,
  showActivity as show,
} from "./activity-screen.test-support";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useSearchParams: () => new URLSearchParams(),
}));

setUpActivity();

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
        device: null,
      }),
      event(2, {
        own: false,
        actor: null,
        actor_name: null,
        source: "system",
        device: null,
        path: metrics,
        before: false,
        after: null,
      }),
    ]);
    expect(screen.getByRole("heading", { name: "Today, Nov 5, 2026" })).toBeTruthy();
    const [mine, systems] = screen.getAllByRole("article", { name: "Key metrics" });
    expect(mine?.textContent).toContain("Dashboard · Widgets");
    expect(mine?.textContent).toContain("From the value for all projects to off");
    expect(mine?.textContent).toContain("You · This app · Chrome on Windows · Harbour");
    // The sentence is the reader's: isolated, it would follow the Latin name that it begins with.
    expect(screen.queryByText("Chrome on Windows", { selector: "bdi" })).toBeNull();
    expect(systems?.textContent).toContain("The system · All projects");
    expect(systems?.textContent).toContain("From off to on (default)");
    const theirs = entry("Minimum heat");
    expect(theirs.textContent).toContain("From Cold to Burning");
    expect(theirs.textContent).toContain("Olga · Team");
  });

  it("shows no change from a value to itself: it says that the default's own value was set, or is back", () => {
    const language = { section: "preferences", path: "interface_settings.language" };
    show([
      event(3, { ...language, before: null, after: "he" }),
      event(2, { ...language, before: "en", after: null }),
      event(1, { ...language, before: null, after: "en" }),
    ]);
    const [changed, back, set] = screen.getAllByRole("article", { name: "Language" });
    expect(changed?.textContent).toContain("From English (default) to עברית");
    expect(back?.textContent).toContain("Back to the default, which is still English");
    expect(set?.textContent).toContain("Set to English, the same as the default");
    for (const entry of [back, set]) expect(entry?.textContent).not.toContain("From");
  });

  it("tells atomic values in words", () => {
    const position = { x: 0, y: 2, w: 6, h: 4, collapsed: true };
    const days = { sun: false, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false };
    show([
      event(2, { path: "widget_layout.lg.metrics", after: position }),
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
    expect(entry("kitchen.smell").textContent).toContain('From default to "bread"');
  });

  it("reads the changes of one operation as one entry", () => {
    const one = { op_id: operation(9) };
    show([event(2, { ...one, path: "widget_visibility.insights" }), event(1, { ...one, path: metrics })]);
    const both = entry("2 settings");
    expect(within(both).getAllByRole("listitem")).toHaveLength(2);
  });

  it("offers a filter only to whom there is something to filter", () => {
    show([]);
    expect(screen.queryByRole("group", { name: "Filter" })).toBeNull();
    expect(screen.getByText("Nothing has been changed yet")).toBeTruthy();
  });
});
