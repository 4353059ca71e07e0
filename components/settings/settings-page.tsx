"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { settingsPart, type SettingsPageName } from "@/lib/pages";
import type { Freshness } from "@/lib/settings/client/view";
import { SettingsSkeleton } from "./settings-skeleton";

type SettingsPageProps = {
  page: SettingsPageName;
  freshness: Freshness;
  /** The number of rows in the skeleton of each card. */
  rowCounts: readonly number[];
  /** Stands between heading and cards, also while the settings load. */
  choice?: ReactNode;
  children: ReactNode;
};

/** The frame of a settings page: its heading, and its cards or their skeleton while the settings load. */
export function SettingsPage({ page, freshness, rowCounts, choice, children }: SettingsPageProps) {
  const t = useTranslations(`settings.${settingsPart(page)}`);
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <PageHeader title={t("title")} description={t("description")} />
      {choice}
      {freshness.status === "looking" ? <SettingsSkeleton rowCounts={rowCounts} /> : children}
    </div>
  );
}
