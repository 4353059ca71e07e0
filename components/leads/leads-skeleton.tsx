import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const rows = [0, 1, 2, 3, 4, 5, 6, 7];

export const LeadsSkeleton = () => (
  <div aria-busy="true" className="mx-auto max-w-page">
    <Skeleton className="h-8 w-32" />
    <Skeleton className="mt-6 mb-4 h-8 w-72 max-w-full" />
    <Card className="divide-y divide-line">
      {rows.map((row) => (
        <div key={row} className="flex items-center gap-6 px-5 py-3.5">
          <div className="grid grow gap-2">
            <Skeleton className="h-4 w-36" />
            <Skeleton className="h-3 w-24" />
          </div>
          <Skeleton className="h-6 w-20 rounded-full!" />
          <Skeleton className="h-4 w-12" />
        </div>
      ))}
    </Card>
  </div>
);

export const LeadSkeleton = () => (
  <div aria-busy="true" className="mx-auto max-w-page">
    <Skeleton className="h-8 w-52" />
    <Skeleton className="mt-2 h-4 w-32" />
    <div className="mt-6 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
      <Card className="grid gap-4 p-5">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-12" />
        <Skeleton className="h-32" />
      </Card>
      <Card className="grid gap-5 p-5">
        {rows.slice(0, 5).map((row) => (
          <Skeleton key={row} className="h-4" />
        ))}
      </Card>
    </div>
  </div>
);
