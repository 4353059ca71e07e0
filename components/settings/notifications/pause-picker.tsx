"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import type { PausePanelProps } from "./pause-panel";

const loadPanel = fetchedEarly(() => import("./pause-panel").then((module) => module.PausePanel));

/** Picks a date and a time on the schedule's clock; a moment that has passed is refused. */
export function PausePicker(panel: PausePanelProps) {
  const t = useTranslations("settings.notifications.schedule.pause");
  const { Part, popup, button } = usePopup("dialog", loadPanel);
  return (
    <>
      <button {...button} className={buttonClass({ size: "sm" })}>
        {t("pick")}
      </button>
      {Part && <Part popup={popup} {...panel} />}
    </>
  );
}
