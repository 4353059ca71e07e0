import { expect, test } from "vitest";
import { widgets } from "@/lib/settings/widgets";
import { widgetParts } from "./widget-parts";
import { widgetTables } from "./widget-tables";

test("whatever offers to be saved as a file has a table, and no other", () => {
  const saved = widgets.filter((widget) => widgetParts[widget].saved);
  expect(saved).toEqual(widgets.filter((widget) => widgetTables[widget]));
});
