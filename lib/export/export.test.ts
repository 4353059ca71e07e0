import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readDay } from "@/lib/time/calendar";
import { writeCsv } from "./csv";
import { fileNameOf, type Cell, type Sheet } from "./sheet";
import { writeWorkbook } from "./workbook";

const day = readDay("2026-03-27") ?? 0;
const sheetOf = (...cells: Cell[]): Sheet => ({
  name: "לידים",
  columns: ["א", "b"],
  rows: [cells],
  rightToLeft: true,
});

it("a spreadsheet knows by the first bytes that a file is UTF-8, and Hebrew comes through", () => {
  const bytes = new TextEncoder().encode(writeCsv(sheetOf('חברת אבן בע"מ', 3)));
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes)).toBe('א,b\r\n"חברת אבן בע""מ",3\r\n');
});

it("days, moments, shares and figures are written so that a spreadsheet reads them", () => {
  const moment = Date.parse("2026-03-27T02:30:00Z");
  expect(writeCsv(sheetOf({ day }, { moment }, { share: 0.125 }, 1234.5, null))).toContain(
    "2026-03-27,2026-03-27 02:30,0.125,1234.5,\r\n",
  );
});

it("no text becomes a formula in comma-separated values, and every text comes back", () => {
  for (const text of ["=1+1", "+97250", "-2", "@sum", "\t=1", " =1", "\u200f=1", "＝1", "|calc", "\r=1"])
    expect(readCsv(writeCsv(sheetOf(text)))[1]?.[0], JSON.stringify(text)).toBe(`'${text}`);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 4 }), (cells) => {
      const read = readCsv(writeCsv(sheetOf(...cells)))[1] ?? [];
      expect(read.map((text, at) => (text === `'${cells[at]}` ? cells[at] : text))).toEqual(cells);
      for (const text of read) expect(text).not.toMatch(/^\s*[=+\-@]/u);
    }),
  );
});

it("a workbook has dates as dates, and texts as texts, telephone numbers and formulas too", async () => {
  const texts = ["+972501234567", '=HYPERLINK("x")', "0501234567", "_x000D_", "a & b < c"];
  const parts = await unpack(sheetOf(...texts, { day }, 7, { share: 0.5 }, null));
  const [cells = "", styles = ""] = ["worksheets/sheet1", "styles"].map((name) =>
    parts.get(`xl/${name}.xml`),
  );
  expect(cells).not.toContain("<f");
  expect(cells).toContain('rightToLeft="1"');
  const written = [
    "+972501234567",
    "=HYPERLINK(&quot;x&quot;)",
    "0501234567",
    "_x005F_x000D_",
    "a &amp; b &lt; c",
  ];
  for (const text of written)
    expect(cells).toContain(`t="inlineStr"><is><t xml:space="preserve">${text}</t>`);
  // 46108 is the 27th of March 2026 in the count of days that spreadsheets use.
  expect(cells).toContain(
    '<c r="F2" s="2"><v>46108</v></c><c r="G2" s="0"><v>7</v></c><c r="H2" s="4"><v>0.5</v></c><c r="I2"/>',
  );
  expect(styles).toContain('numFmtId="164" formatCode="yyyy\\-mm\\-dd"');
  expect(parts.get("xl/workbook.xml")).toContain("לידים");
});

it("a workbook is well-formed whatever people wrote, and its cells say it again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
      const parts = await unpack({ ...sheetOf(text, Number.NaN), name: text, columns: [text] });
      for (const xml of parts.values()) {
        expect(xml).not.toMatch(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
        expect(xml.match(/&(?!(amp|lt|gt|quot);)/)).toBeNull();
      }
      const cells = parts.get("xl/worksheets/sheet1.xml") ?? "";
      expect(cells.match(/<c r="A2" s="0" t="inlineStr">/g)).toHaveLength(1);
      expect(cells).not.toContain("NaN");
    }),
    { numRuns: 100 },
  );
});

it("thousands of rows are written in this thread", async () => {
  const row = Array.from({ length: 10 }, (_, at) => `cell ${at}`);
  const parts = await unpack({ ...sheetOf(), rows: Array.from({ length: 5000 }, () => row) });
  expect(parts.get("xl/worksheets/sheet1.xml")?.match(/<row /g)).toHaveLength(5001);
});

it("a file's name keeps its language and loses what file systems refuse", () => {
  expect(fileNameOf("Leads", "2026-11-30")).toBe("Leads-2026-11-30");
  expect(fileNameOf('לידים: "נמל"/..\u202e')).toBe("לידים-נמל");
  expect(fileNameOf("../..")).toBe("file");
});

async function unpack(sheet: Sheet): Promise<Map<string, string>> {
  const bytes = new Uint8Array(await writeWorkbook(sheet).arrayBuffer());
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** RFC 4180, by another hand than the writer's. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/gy;
  let row: string[] = [];
  for (const [, raw = "", end] of text.replace(/^\ufeff/, "").matchAll(cell)) {
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
