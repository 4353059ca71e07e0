import { strToU8, zipSync } from "fflate";
import type { Cell, Sheet } from "./sheet";
import { escapeXml, markup } from "./xml";

/** Days between the beginning that spreadsheets count from and 1970-01-01. */
const epochDay = 25_569;
const dayMs = 86_400_000;
/** What Excel takes: characters of a cell, and of a sheet's name. */
const longestCell = 32_767;
const longestName = 31;

/** Places in `cellXfs` of `styles`. */
const style = { plain: 0, head: 1, day: 2, moment: 3, share: 4 } as const;

/**
 * A sheet as a workbook (.xlsx). Days are dates, figures are figures, and texts are texts, whatever they look like: none is
 * a formula, and telephone numbers stay as they were written. Equal sheets give equal bytes.
 */
export function writeWorkbook(sheet: Sheet): Blob {
  const parts = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": rootRelations,
    "xl/workbook.xml": workbook(sheet.name),
    "xl/_rels/workbook.xml.rels": relations,
    "xl/styles.xml": styles,
    "xl/worksheets/sheet1.xml": worksheet(sheet),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(markup + xml)] as const);
  // In this thread: the library's workers are made of blobs, which the content security policy refuses.
  const zipped = zipSync(Object.fromEntries(files), { mtime: "1980-01-01T12:00:00Z" });
  return new Blob([zipped.slice().buffer], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const package_ = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes =
  `<Types xmlns="${package_}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const related = (...each: string[]) =>
  `<Relationships xmlns="${package_}/relationships">${each.join("")}</Relationships>`;
const rootRelations = related(relation("r1", "officeDocument", "xl/workbook.xml"));
const relations = related(
  relation("r1", "worksheet", "worksheets/sheet1.xml"),
  relation("r2", "styles", "styles.xml"),
);

const styles =
  `<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>' +
  '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>' +
  '<xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>';

function workbook(name: string): string {
  const safe = name
    .replace(/[[\]/\\:*?'\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, longestName);
  return `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${escapeXml(safe || "1")}" sheetId="1" r:id="r1"/></sheets></workbook>`;
}

function worksheet({ columns, rows, rightToLeft }: Sheet): string {
  const widths = columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" customWidth="1" width="${widthOf([column, ...rows.map((row) => row[at] ?? null)])}"/>`,
  );
  const head = columns.map((column) => textCell(column, style.head));
  const written = [head, ...rows.map((row) => row.map(writeCell))].map(
    (cells, at) =>
      // Some readers need the places of rows and cells, which may be left out.
      `<row r="${at + 1}">${cells.map((cell, place) => `<c r="${letters(place)}${at + 1}"${cell}`).join("")}</row>`,
  );
  return (
    `<worksheet ${main}><sheetViews><sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ""}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (widths.length > 0 ? `<cols>${widths.join("")}</cols>` : "") +
    `<sheetData>${written.join("")}</sheetData></worksheet>`
  );
}

/** A, B, …, Z, AA, … */
const letters = (place: number): string =>
  (place < 26 ? "" : letters(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** A cell behind its place. */
function writeCell(cell: Cell): string {
  if (cell === null) return "/>";
  if (typeof cell === "string") return textCell(cell, style.plain);
  if (typeof cell === "number") return figureCell(cell, style.plain);
  if ("day" in cell) return figureCell(cell.day + epochDay, style.day);
  if ("share" in cell) return figureCell(cell.share, style.share);
  return figureCell(cell.moment / dayMs + epochDay, style.moment);
}

const figureCell = (value: number, of: number) =>
  Number.isFinite(value) ? ` s="${of}"><v>${value}</v></c>` : "/>";
const textCell = (text: string, of: number) =>
  ` s="${of}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, longestCell))}</t></is></c>`;

/** In characters: as wide as the widest, within reason. */
function widthOf(cells: readonly Cell[]): number {
  const lengths = cells.map((cell) =>
    typeof cell === "string" ? cell.length + 2 : typeof cell === "number" ? 10 : 17,
  );
  return lengths.reduce((widest, length) => Math.max(widest, Math.min(length, 48)), 10);
}
