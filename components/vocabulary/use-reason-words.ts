"use client";

import { useTranslations } from "next-intl";

/** Says a reason in words; one that this build does not know is said in general. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations("notifications.reasons");
  return (reason) => t(t.has(reason) ? reason : "other");
}
