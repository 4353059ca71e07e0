"use client";

import { useTranslations } from "next-intl";
import { SettingsSkeleton } from "@/components/settings/settings-skeleton";
import { Logo } from "@/components/ui/logo";

/** The stored HTML: the outline of the shell, without anybody's data. */
export function OfflineSkeleton() {
  const t = useTranslations("common");
  return (
    <div className="flex min-h-dvh">
      <div className="hidden w-rail shrink-0 border-e border-line px-3 pt-4 md:block">
        <p className="flex items-center gap-2.5 px-2 py-1 text-md font-semibold">
          <Logo />
          {t("product")}
        </p>
      </div>
      <div className="flex min-w-0 grow flex-col">
        <div className="h-bar border-b border-line" />
        <main className="max-w-form grow px-4 py-6 md:px-7 md:py-7">
          <SettingsSkeleton rowCounts={[4, 3]} />
        </main>
      </div>
    </div>
  );
}
