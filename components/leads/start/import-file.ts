import type { Locale } from "@/lib/vocabulary/locales";
import { guessColumns, type Mapping } from "@/lib/leads/import/columns";
import { decodeFile, mostRows, readCsv } from "@/lib/leads/import/read-csv";
import { judgeRows, type Judged } from "@/lib/leads/import/rows";

/** More than `mostRows` rows have. */
const mostBytes = 5_000_000;

export type FileProblem = "tooLarge" | "tooLong" | "empty" | "unreadable";
/** A file that was read, with what its columns hold and what came of that. `ids`: of the rows, made once. */
export type ImportFile = {
  headings: string[];
  rows: string[][];
  ids: string[];
  mapping: Mapping;
  judged: Judged;
};

export const mapped = (file: Omit<ImportFile, "mapping" | "judged">, mapping: Mapping): ImportFile => ({
  ...file,
  mapping,
  judged: judgeRows(file.rows, mapping, (row) => file.ids[row] ?? ""),
});

export async function readImportFile(chosen: File, locale: Locale): Promise<ImportFile | FileProblem> {
  if (chosen.size > mostBytes) return "tooLarge";
  const bytes = await chosen.arrayBuffer().catch(() => null);
  if (bytes === null) return "unreadable";
  const [headings, ...rows] = readCsv(decodeFile(bytes, locale));
  if (!headings || rows.length === 0) return "empty";
  if (rows.length > mostRows) return "tooLong";
  return mapped({ headings, rows, ids: rows.map(() => crypto.randomUUID()) }, guessColumns(headings));
}
