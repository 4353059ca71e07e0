import { saveFile } from "@/components/ui/save-file";
import { fileNameOf, type Sheet } from "@/lib/export/sheet";
import { writeDay } from "@/lib/time/calendar";
import { civilDay } from "@/lib/time/civil-days";
import type { Zone } from "@/lib/time/zone";

/**
 * Writes a sheet and hands it to the browser. The writers are fetched when they are needed; false where they cannot be.
 * `now`: Unix time in milliseconds, whose day in the zone is part of the name.
 */
export async function saveSheet(
  sheet: Sheet,
  format: "xlsx" | "csv",
  now: number,
  zone: Zone,
): Promise<boolean> {
  const name = `${fileNameOf(sheet.name, writeDay(civilDay(now, zone)))}.${format}`;
  try {
    if (format === "csv") {
      const { writeCsv } = await import("@/lib/export/csv");
      saveFile(name, new Blob([writeCsv(sheet)], { type: "text/csv;charset=utf-8" }));
    } else {
      const { writeWorkbook } = await import("@/lib/export/workbook");
      saveFile(name, writeWorkbook(sheet));
    }
    return true;
  } catch {
    return false;
  }
}
