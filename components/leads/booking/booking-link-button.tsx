"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Dispatch, SetStateAction } from "react";
import { Button } from "@/components/ui/button";

type BookingLinkButtonProps = { url: string | null; onInsert: Dispatch<SetStateAction<string>> };

/** Puts the address at which the lead books a meeting at the end of the text. Null: the person has no calendar connected. */
export function BookingLinkButton({ url, onInsert }: BookingLinkButtonProps) {
  const t = useTranslations("leads.talk.reply");
  if (url === null) return null;
  return (
    <Button
      size="sm"
      onClick={() => onInsert((text) => (text.trim() === "" ? url : `${text.trimEnd()}\n${url}`))}
    >
      <CalendarPlus aria-hidden="true" />
      {t("bookingLink")}
    </Button>
  );
}
