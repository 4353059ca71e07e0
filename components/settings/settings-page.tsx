"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import type { Freshness } from "@/lib/settings/client/view";
import { SettingsSkeleton } from "./settings-skeleton";

type SettingsPageProps = {
  page: "dashboard" | "notifications" | "preferences" | "integrations";
  freshness: Freshness;
  /** How many rows each card will have. */
  rowCounts: readonly number[];
  /** Between heading and cards, known or not: what the page is about. */
  choice?: ReactNode;
  children: ReactNode;
};

/** A page of settings: its heading, and its cards as soon as somebody has said what is in them. */
export function SettingsPage({ page, freshness, rowCounts, choice, children }: SettingsPageProps) {
  const t = useTranslations(`settings.${page}`);
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <PageHeader title={t("title")} description={t("description")} />
      {choice}
      {freshness.status === "looking" ? <SettingsSkeleton rowCounts={rowCounts} /> : children}
    </div>
  );
}
