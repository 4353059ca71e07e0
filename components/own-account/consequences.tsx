"use client";

import { useTranslations } from "next-intl";
import type { Departure } from "@/lib/account/account";

/** What becomes of everything when the account goes. */
export function Consequences({ departure }: { departure: readonly Departure[] }) {
  const t = useTranslations("settings.account.deletion");
  const becomes = ({ client, heir, blocked }: Departure) => {
    if (blocked) return t("blocked", { client });
    return heir === null ? t("goesToo", { client }) : t("heir", { client, heir });
  };
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-ink-soft marker:text-ink-faint">
      <li>{t("goes")}</li>
      <li>{t("stays")}</li>
      {departure.map((each) => (
        <li key={each.client} className="font-medium text-ink" dir="auto">
          {becomes(each)}
        </li>
      ))}
    </ul>
  );
}
