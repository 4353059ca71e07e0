"use client";

import { useTranslations } from "next-intl";

/** What stopped a mail or a connection, as a sentence. */
export function useMailWords() {
  const t = useTranslations("settings.integrations");
  return (problem: string): string => {
    const key = [`problems.${problem}`, `failed.${problem}`].find((one) => t.has(one));
    return t(key ?? "problems.mailOther");
  };
}
