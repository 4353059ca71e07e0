/** Of one file. A longer one is cut into files by whoever has it. */
export const mostRows = 10_000;

/** What separates the cells of files that spreadsheets save: which of them depends on the country. */
const separators = [",", ";", "\t"] as const;

/** What our own export (lib/export/csv.ts) and others put before a text that a spreadsheet would run. */
const guard = /^'(?=[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|[\t\r\n])/u;

/**
 * The rows of a file of comma-separated values, rows of nothing but blanks left out. Quotes inside a cell that is not quoted
 * are letters, as in a Hebrew abbreviation.
 */
export function readCsv(written: string): string[][] {
  const text = written.replace(/^\ufeff/, "");
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell.replace(guard, ""));
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((each) => each.trim() !== "")) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (letter === separator) endCell();
    else if (letter === "\n" || (letter === "\r" && text[at + 1] !== "\n")) endRow();
    else if (letter !== "\r") cell += letter;
  }
  endRow();
  return rows;
}

/** The one that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = separators.map((each) => line.split(each).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The text of a file: UTF-8, or what Excel saves in Hebrew and Arabic where it is not asked for UTF-8. */
export function decodeFile(bytes: ArrayBuffer, language: "he" | "ar" | "en"): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const older = { he: "windows-1255", ar: "windows-1256", en: "windows-1252" };
    return new TextDecoder(older[language]).decode(bytes);
  }
}
