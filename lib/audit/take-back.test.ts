import { expect, it } from "vitest";
import { entriesOf } from "./entries";
import { event, operation } from "@/lib/testing/audit-record";
import { byDocument, takeBack } from "./take-back";

const project = operation(9);

it("taking an act back sets each of its settings to its earlier value, inherited included, in its own row", () => {
  const one = { op_id: operation(1) };
  const [entry] = entriesOf([
    event(2, { ...one, project_id: project, path: "widget_visibility.insights", before: null, after: true }),
    event(1, { ...one, section: "preferences", path: "interface_settings.theme", before: "dark" }),
  ]);
  expect(entry && takeBack(entry)).toEqual([
    { section: "preferences", projectId: null, path: "interface_settings.theme", value: "dark" },
    { section: "dashboard", projectId: project, path: "widget_visibility.insights", value: null },
  ]);
});

it("changes are grouped by row; rows and changes keep their order", () => {
  const change = (section: string, projectId: string | null, path: string) => ({ section, projectId, path });
  const changes = [
    change("dashboard", project, "b"),
    change("preferences", null, "c"),
    change("dashboard", null, "d"),
    change("dashboard", project, "a"),
  ];
  expect(byDocument(changes)).toEqual([
    { section: "dashboard", projectId: project, changes: [changes[0], changes[3]] },
    { section: "preferences", projectId: null, changes: [changes[1]] },
    { section: "dashboard", projectId: null, changes: [changes[2]] },
  ]);
});
