"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The skeleton of the sentence and of the picture of the day. */
export function NowSkeleton() {
  const t = useTranslations("settings.notifications.schedule.now");
  return (
    <div className="grid gap-3.5 px-5 py-5" aria-busy="true">
      <p className="sr-only">{t("looking")}</p>
      <Skeleton className="h-4 w-64 max-w-full" />
      <Skeleton className="h-3.5 w-80 max-w-full" />
      <Skeleton className="mt-1 h-7 w-full" />
      <Skeleton className="h-3 w-full" />
    </div>
  );
}
