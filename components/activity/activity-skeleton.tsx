"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The skeleton of the list of entries. */
export function ActivitySkeleton() {
  const t = useTranslations("settings.activity");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t("looking")}
      </p>
      <Skeleton className="mb-3 h-4 w-24" />
      <Card className="divide-y divide-line">
        {Array.from({ length: 5 }, (_, row) => (
          <div key={row} className="flex gap-3.5 px-4 py-4 sm:px-5">
            <Skeleton className="size-8 shrink-0 rounded-full max-sm:hidden" />
            <div className="grid grow gap-2.5">
              <Skeleton className="h-3 w-32" />
              <Skeleton className="h-4 w-44" />
              <Skeleton className="h-3.5 w-56 max-w-full" />
              <Skeleton className="h-3 w-36" />
            </div>
          </div>
        ))}
      </Card>
    </div>
  );
}
