"use client";

import { useTranslations } from "next-intl";
import type { FailureCode } from "@/lib/result";

/** Says why a judgement of a lead was not saved, or not taken back. */
export function useRefusalWords() {
  const t = useTranslations("leads");
  return (code: FailureCode): string => {
    if (code === "not_found" || code === "forbidden") return t("refused");
    if (code === "conflict") return t("judgedSince");
    return t(code === "rate_limited" ? "tooMany" : "notSaved");
  };
}
