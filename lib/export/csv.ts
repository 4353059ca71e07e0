import { writeDay } from "@/lib/time/calendar";
import type { Cell, Sheet } from "./sheet";

const byteOrderMark = "\ufeff";
const lineEnd = "\r\n";

/** Where a spreadsheet would see a formula, also behind blanks and in the wide forms of East Asian keyboards. */
const formula = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;
const control = /^[\t\r\n]/;

/**
 * A sheet as comma-separated values. The mark at the beginning says that it is UTF-8: without it spreadsheets take Hebrew
 * and Arabic for something else. A text that a spreadsheet would run as a formula begins with an apostrophe, which it
 * shows; a workbook needs none (`writeWorkbook`).
 */
export const writeCsv = ({ columns, rows }: Sheet): string =>
  byteOrderMark + [columns, ...rows].map((row) => row.map(writeCell).join(",") + lineEnd).join("");

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "string") return quoted(formula.test(cell) || control.test(cell) ? `'${cell}` : cell);
  if ("day" in cell) return writeDay(cell.day);
  if ("share" in cell) return writeCell(cell.share);
  return new Date(cell.moment).toISOString().slice(0, 16).replace("T", " ");
}

const quoted = (text: string) =>
  /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
