"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ColumnKey } from "@/components/leads/lead-columns";
import { Button } from "@/components/ui/button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { toast, toastError } from "@/components/ui/toast";
import { useFormats } from "@/components/ui/use-formats";
import { usePopup } from "@/components/ui/use-popup";
import type { LeadQuery } from "@/lib/leads/query";
import { serverClock } from "@/lib/server-clock";
import type { ExportMenuProps } from "./export-menu";
import { useLeadsSheet } from "./leads-sheet";
import { mostExported, readAllLeads } from "./read-all";
import { saveSheet } from "./save-sheet";

const loadMenu = fetchedEarly(() => import("./export-menu").then((module) => module.ExportMenu));

type ExportButtonProps = { projectId: string; query: LeadQuery; columns: readonly ColumnKey[] };

/** Saves all leads of the list as a file, not only those of the page, or prints the page. */
export function ExportButton({ projectId, query, columns }: ExportButtonProps) {
  const t = useTranslations("leads.export");
  const { number, zone } = useFormats();
  const sheetOf = useLeadsSheet();
  const [pending, setPending] = useState(false);
  const { Part, popup, button } = usePopup<ExportMenuProps>("menu", loadMenu);
  async function save(format: "xlsx" | "csv") {
    if (pending) return;
    setPending(true);
    const all = await readAllLeads(projectId, query);
    const isSaved =
      all.ok && (await saveSheet(sheetOf(all.value.leads, columns), format, serverClock.now(), zone));
    setPending(false);
    if (!all.ok || !isSaved) return toastError(t("failed"));
    const count = all.value.leads.length;
    toast(all.value.more ? t("cut", { most: number(mostExported) }) : t("saved", { count }));
  }
  return (
    <>
      <Button {...button} pending={pending}>
        {!pending && <Download aria-hidden="true" />}
        {t("button")}
      </Button>
      {Part && <Part popup={popup} onSave={(format) => void save(format)} />}
    </>
  );
}
