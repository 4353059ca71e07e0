"use client";

import { FileSpreadsheet, FileText, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuContent, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";

export type ExportMenuProps = { onSave: (format: "xlsx" | "csv") => void };

export function ExportMenu({ popup, onSave }: ExportMenuProps & { popup: Popup }) {
  const t = useTranslations("leads.export");
  return (
    <MenuContent popup={popup} align="end">
      <MenuItem onSelect={() => onSave("xlsx")}>
        <FileSpreadsheet aria-hidden="true" />
        {t("xlsx")}
      </MenuItem>
      <MenuItem onSelect={() => onSave("csv")}>
        <FileText aria-hidden="true" />
        {t("csv")}
      </MenuItem>
      <MenuSeparator />
      {/* After the menu has gone from the page. */}
      <MenuItem onSelect={() => setTimeout(() => window.print())}>
        <Printer aria-hidden="true" />
        {t("print")}
      </MenuItem>
    </MenuContent>
  );
}
