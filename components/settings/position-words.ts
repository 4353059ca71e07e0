"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import { isJsonObject, type Json } from "@/lib/settings/json";

/** Names the position of a widget on the grid: column and row, counted from one at the start edge. */
export function usePositionWords() {
  const t = useTranslations("settings.position");
  const formats = useFormats();
  /** Returns null for a value that is no position. */
  return (value: Json): string | null => {
    if (!isJsonObject(value)) return null;
    const { x, y, w, h, collapsed } = value;
    if (typeof x !== "number" || typeof y !== "number" || typeof w !== "number" || typeof h !== "number")
      return null;
    const { number } = formats;
    const position = t("value", {
      column: number(x + 1),
      row: number(y + 1),
      width: number(w),
      height: number(h),
    });
    return collapsed === true ? t("collapsed", { position }) : position;
  };
}
