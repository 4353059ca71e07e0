import type { CivilDay } from "@/lib/time/calendar";

/**
 * A cell of a spreadsheet. `day`: of the calendar; `moment`: a wall time in milliseconds, as `wallOf` answers it; `share`:
 * 0.5 is 50 %. What people wrote is a text, also where it looks like a figure or a formula.
 */
export type Cell = string | number | { day: CivilDay } | { moment: number } | { share: number } | null;

/** A table to be saved as a file. `rightToLeft`: its first column stands on the right. */
export type Sheet = {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  rightToLeft: boolean;
};

/** The first part of a file's name: letters and figures of any script, without what file systems refuse. */
export const fileNameOf = (...parts: readonly string[]): string =>
  parts
    .join(" ")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\\/:*?"<>|.]+/gu, " ")
    .trim()
    .replace(/\s+/g, "-")
    .slice(0, 80) || "file";
