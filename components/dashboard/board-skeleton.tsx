import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/components/ui/cn";
import type { Widget } from "@/lib/settings/widgets";

const cards: { widget: Widget; span: string }[] = [
  { widget: "metrics", span: "lg:col-span-8 xl:col-span-12" },
  { widget: "monthlyPerformance", span: "lg:col-span-8" },
  { widget: "performanceTargets", span: "lg:col-span-4" },
];

/** The skeleton of the page before the person's settings are known: the top of the default dashboard. */
export const BoardSkeleton = () => (
  <div aria-busy="true" className="mx-auto max-w-board">
    <Skeleton className="mt-1 mb-6 h-8 w-40" />
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-8 xl:grid-cols-12">
      {cards.map(({ widget, span }) => (
        <Card key={widget} className={cn("p-5", span)}>
          <Skeleton className="mb-5 h-4 w-32" />
          <PanelSkeleton widget={widget} />
        </Card>
      ))}
    </div>
  </div>
);
