"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { PopoverContent } from "./popover";
import { TimeZoneList } from "./time-zone-list";
import type { Popup } from "./use-popup";

type TimeZonePopupProps = ComponentProps<typeof TimeZoneList> & { popup: Popup };

export function TimeZonePopup({ popup, ...list }: TimeZonePopupProps) {
  const t = useTranslations("common.timeZone");
  return (
    <PopoverContent
      popup={popup}
      align="end"
      aria-label={t("choose")}
      className="w-[min(24rem,calc(100vw-1.5rem))]"
    >
      <TimeZoneList {...list} />
    </PopoverContent>
  );
}
