import { saveFile } from "@/components/ui/save-file";
import { writeCsv } from "@/lib/export/csv";
import { fileNameOf, type Sheet } from "@/lib/export/sheet";
import { writeWorkbook } from "@/lib/export/workbook";
import type { Panels } from "@/lib/leads/panels";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { panelOf, type Widget } from "@/lib/settings/widgets";
import { writeDay } from "@/lib/time/calendar";
import { civilDay } from "@/lib/time/civil-days";
import type { Words } from "./widgets/figure-table";
import { figuresOf } from "./figures-of";
import { widgetTables } from "./widget-tables";

type Saved = {
  widget: Widget;
  as: "xlsx" | "csv";
  panels: Panels;
  settings: DashboardSettings;
  words: Words;
  rightToLeft: boolean;
};

/** The table of a widget as a file, in the person's language, named by the widget and its days. */
export function saveWidget({ as, ...shown }: Saved): void {
  const { widget, words, panels } = shown;
  const panel = panelOf(widget);
  const { period } = panel ? figuresOf(panel, panels) : panels;
  const day = (at: number) => writeDay(civilDay(at, words.format.zone));
  const days = [day(Date.parse(period.starts[0] ?? period.ends)), day(Date.parse(period.ends) - 1)];
  const name = fileNameOf(words.t(`settings.fields.${widget}.title`), ...new Set(days));
  const sheet = sheetOf(shown);
  const content =
    as === "csv" ? new Blob([writeCsv(sheet)], { type: "text/csv;charset=utf-8" }) : writeWorkbook(sheet);
  saveFile(`${name}.${as}`, content);
}

/** What a widget shows as the rows of a sheet. */
export function sheetOf({ widget, panels, settings, words, rightToLeft }: Omit<Saved, "as">): Sheet {
  const panel = panelOf(widget);
  const table = widgetTables[widget]?.(panel ? figuresOf(panel, panels) : panels, words, settings);
  const { columns, rows } = table ?? { columns: [], rows: [] };
  return {
    name: words.t(`settings.fields.${widget}.title`),
    columns,
    rows: rows.map(({ name, value, figures }) => [value ?? name, ...figures.map((figure) => figure.value)]),
    rightToLeft,
  };
}
