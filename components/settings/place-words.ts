"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import { isJsonObject, type Json } from "@/lib/settings/json";

/** A widget's place on the grid as a person says it: counted from one, the start edge first. */
export function usePlaceWords() {
  const t = useTranslations("settings.place");
  const formats = useFormats();
  /** Null for what is no place. */
  return (value: Json): string | null => {
    if (!isJsonObject(value)) return null;
    const { x, y, w, h, collapsed } = value;
    if (typeof x !== "number" || typeof y !== "number" || typeof w !== "number" || typeof h !== "number")
      return null;
    const { number } = formats;
    const place = t("value", {
      column: number(x + 1),
      row: number(y + 1),
      width: number(w),
      height: number(h),
    });
    return collapsed === true ? t("collapsed", { place }) : place;
  };
}
