// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dashboard } from "@/lib/settings/dashboard";
import { formModel } from "@/lib/settings/form/form-model";
import type { JsonObject } from "@/lib/settings/json";
import { setAt } from "@/lib/settings/patch";
import en from "@/messages/en.json";
import { usePlainValueWords } from "./plain-words";
import { useUndoableEdit } from "./use-undoable-edit";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const paint = () => vi.runAllTimers();

const groups = formModel(dashboard);
const rowAt = (path: string) => {
  const row = groups.flatMap(({ rows }) => rows).find((candidate) => candidate.path === path);
  if (!row) throw new Error(`no row ${path}`);
  return row;
};

/** A screen that shows `value`, and a log of what was set, put back, undone and said. */
function editing(value: JsonObject = {}) {
  const log: string[] = [];
  const undos: (() => void)[] = [];
  const noted = (deed: string) => {
    log.push(deed);
    return () => void log.push(`undo ${deed}`);
  };
  const { result } = renderHook(
    () =>
      useUndoableEdit(
        {
          value,
          edit: (path, wanted) => noted(`${path} = ${JSON.stringify(wanted)}`),
          reset: (path) => noted(`${path} inherits`),
        },
        (text, _, undo) => {
          log.push(text);
          undos.push(undo);
        },
        usePlainValueWords(),
      ),
    {
      wrapper: ({ children }) => (
        <NextIntlClientProvider locale="en" messages={en}>
          {children}
        </NextIntlClientProvider>
      ),
    },
  );
  return { log, edit: result.current, undo: () => undos.at(-1)?.() };
}

describe("an edit that can be undone", () => {
  it("is done at once, said in words after its picture, and undone by the very deed that was done", () => {
    const { log, edit, undo } = editing();
    edit.edit(rowAt("widget_visibility.insights"), false);
    const deed = "widget_visibility.insights = false";
    expect(log).toEqual([deed]);
    paint();
    undo();
    expect(log).toEqual([deed, "Insights is off", `undo ${deed}`]);
  });

  it("says a choice and a duration as the form says them", () => {
    const { log, edit } = editing();
    edit.edit(rowAt("dashboard_preferences.defaultView"), "compact");
    edit.edit(rowAt("dashboard_preferences.refreshInterval"), 90_000);
    paint();
    expect(log.filter((line) => line.includes("now"))).toEqual([
      "Default view is now Compact",
      "Refresh every is now 90 seconds",
    ]);
  });

  it("can be the way back to inherited, which can be undone too", () => {
    const { log, edit, undo } = editing();
    edit.reset(rowAt("widget_visibility.metrics"));
    paint();
    undo();
    const deed = "widget_visibility.metrics inherits";
    expect(log).toEqual([deed, "Key metrics is back to its default", `undo ${deed}`]);
  });

  it("switches all by setting only what differs, with one undo for all of it", () => {
    const [widgets] = groups;
    if (!widgets) throw new Error("no widgets");
    const on = widgets.rows.reduce<JsonObject>((value, { path }) => setAt(value, path, true), {});
    const off = ["widget_visibility.insights", "widget_visibility.metrics"];
    const { log, edit, undo } = editing(off.reduce((value, path) => setAt(value, path, false), on));
    edit.editGroup(widgets, true);
    paint();
    undo();
    expect(log).toEqual([
      "widget_visibility.metrics = true",
      "widget_visibility.insights = true",
      "All of Widgets is on",
      "undo widget_visibility.metrics = true",
      "undo widget_visibility.insights = true",
    ]);
  });
});
