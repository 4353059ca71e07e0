import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const rows = [0, 1, 2, 3, 4, 5];

/** The rows of the list before they are read. */
export function InboxRowsSkeleton() {
  const t = useTranslations("inbox");
  return (
    <Card aria-busy="true" className="divide-y divide-line">
      <p className="sr-only">{t("loading")}</p>
      {rows.map((row) => (
        <div key={row} className="flex gap-3 px-4 py-3.5">
          <Skeleton className="mt-2 size-4" />
          <Skeleton className="size-9" />
          <div className="grid grow gap-2 pt-1">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </div>
      ))}
    </Card>
  );
}

export const InboxSkeleton = () => (
  <div className="mx-auto max-w-page">
    <Skeleton className="h-8 w-44" />
    <Skeleton className="mt-2 h-4 w-80 max-w-full" />
    <Skeleton className="mt-6 h-9 w-72 max-w-full" />
    <Skeleton className="mt-3 mb-4 h-9 w-full max-w-xl" />
    <InboxRowsSkeleton />
  </div>
);
