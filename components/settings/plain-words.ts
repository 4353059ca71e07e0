"use client";

import { useTranslations } from "next-intl";
import { optionsKeyOf, type Field } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import { useSettingWords } from "./setting-words";

/** A value of a field in words. */
export type ValueWords = (field: Pick<Field, "titleKey" | "control">, value: Json) => string;

/** As `ValueWords`; null where the value has parts, or its words need a table. */
type PlainWords = (...of: Parameters<ValueWords>) => string | null;

/** Values of one part: a choice, a switch, a span of time, a percentage, a text. */
export function usePlainWords(): PlainWords {
  const t = useTranslations("settings.values");
  const { option, duration, percent } = useSettingWords();

  /** The first 40 letters of a text, or the words for an empty one. */
  const text = (written: string) => {
    const [line = ""] = written.trim().split("\n");
    const shown = line.length > 40 || line !== written.trim() ? `${line.slice(0, 40)}…` : line;
    return written.trim() === "" ? t("empty") : `\u2068${shown}\u2069`;
  };
  return ({ titleKey, control }, value) => {
    if (control.kind === "choice" && typeof value === "string")
      return option(optionsKeyOf({ titleKey, control }), value);
    if (control.kind === "milliseconds" && typeof value === "number") return duration(value);
    if (control.kind === "percent" && typeof value === "number") return percent(value);
    if (control.kind === "text" && typeof value === "string") return text(value);
    return typeof value === "boolean" ? t(String(value)) : null;
  };
}

/** For a page whose fields all have plain values: it does without the words of schedules, zones and places. */
export function usePlainValueWords(): ValueWords {
  const plain = usePlainWords();
  return (field, value) => plain(field, value) ?? JSON.stringify(value);
}
