"use client";

import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import type { ArrangePanelProps } from "./arrange-panel";

const loadPanel = fetchedEarly(() => import("./arrange-panel").then((module) => module.ArrangePanel));

/** Opens the hidden widgets, and the ways back to the layout that was there before. */
export function ArrangeButton(props: ArrangePanelProps) {
  const t = useTranslations("dashboard.arrange");
  const { Part, popup, button } = usePopup<ArrangePanelProps>("dialog", loadPanel);
  return (
    <>
      <button {...button} className={cn(buttonClass(), "max-sm:px-2.5")} title={t("button")}>
        <LayoutGrid aria-hidden="true" />
        <span className="max-sm:sr-only">{t("button")}</span>
      </button>
      {Part && <Part popup={popup} {...props} />}
    </>
  );
}
