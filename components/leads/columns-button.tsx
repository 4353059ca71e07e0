"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";

const loadPanel = fetchedEarly(() => import("./columns-panel").then((module) => module.ColumnsPanel));

/** Opens the choice of columns. A phone has no room for more than it shows. */
export function ColumnsButton() {
  const t = useTranslations("leads");
  const { Part, popup, button } = usePopup("dialog", loadPanel);
  return (
    <span className="contents max-md:hidden">
      <button {...button} className={`${buttonClass()} max-md:hidden`}>
        <Columns3 aria-hidden="true" />
        {t("chooseColumns")}
      </button>
      {Part && <Part popup={popup} />}
    </span>
  );
}
