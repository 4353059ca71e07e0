"use client";

import { useTranslations } from "next-intl";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { PopoverContent } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import type { Popup } from "@/components/ui/use-popup";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { leadColumns, type LeadColumn } from "@/lib/vocabulary/lead-list";

/** Which columns a list of leads shows: a setting of the person, on all their devices. */
export function ColumnsPanel({ popup }: { popup: Popup }) {
  const t = useTranslations("leads");
  const { value, edit } = useAppPreferences();
  const announce = useUndoToast();
  const shown = value.data_preferences.leadColumns;
  function choose(column: LeadColumn, wanted: boolean) {
    const undo = edit(`data_preferences.leadColumns.${column}`, wanted);
    const words = { column: t(`columns.${column}`) };
    announce(t(wanted ? "columnShown" : "columnHidden", words), `lead-column-${column}`, undo);
  }
  return (
    <PopoverContent popup={popup} align="end" aria-label={t("chooseColumns")} className="w-64 p-2">
      <ul>
        {leadColumns.map((column) => (
          <li key={column}>
            <label className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 py-1.5 hover:bg-sunken pointer-coarse:min-h-11">
              {t(`columns.${column}`)}
              <Switch checked={shown[column]} onChange={(wanted) => choose(column, wanted)} />
            </label>
          </li>
        ))}
      </ul>
    </PopoverContent>
  );
}
