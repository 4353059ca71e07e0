"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The skeleton of a settings page: cards with as many rows as the page will have. */
export function SettingsSkeleton({ rowCounts }: { rowCounts: readonly number[] }) {
  const t = useTranslations("settings");
  return (
    <div aria-busy="true" className="grid gap-(--gap-y)">
      <p role="status" className="sr-only">
        {t("looking")}
      </p>
      {rowCounts.map((rows, card) => (
        <Card key={card} className="divide-y divide-line">
          <div className="grid gap-2.5 px-5 pt-6 pb-5">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-3.5 w-64 max-w-full" />
          </div>
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} className="flex items-center justify-between gap-6 px-5 py-5">
              <div className="grid grow gap-2.5">
                <Skeleton className="h-3.5 w-40" />
                <Skeleton className="h-3 w-72 max-w-full" />
                <Skeleton className="h-3 w-20" />
              </div>
              <Skeleton className="h-6 w-10 rounded-full" />
            </div>
          ))}
        </Card>
      ))}
    </div>
  );
}
