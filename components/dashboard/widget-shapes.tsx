import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

const barHeights = ["h-[34%]", "h-[48%]", "h-[40%]", "h-[56%]", "h-[64%]", "h-[52%]", "h-[70%]", "h-[86%]"];
const rowWidths = ["w-full", "w-4/5", "w-3/5", "w-2/5", "w-1/4"];

/** Eight figures, the first four with a line on what they are compared with, and a bar below. */
export const Figures = () => (
  <div className="grid grid-cols-2 gap-x-5 gap-y-9 pt-4 xl:grid-cols-4">
    {[true, true, true, true, false, false, false, false].map((compared, cell) => (
      <div key={cell} className="grid content-start gap-2.5">
        <Skeleton className="h-4 w-20" />
        <Skeleton className="h-8 w-28 max-w-full" />
        {compared && <Skeleton className="h-8 w-32 max-w-full" />}
      </div>
    ))}
    <Skeleton className="col-span-full mt-2 h-16" />
  </div>
);

export const Columns = () => (
  <div className="flex h-56 items-end gap-4">
    {barHeights.map((height) => (
      <Skeleton key={height} className={cn("grow", height)} />
    ))}
  </div>
);

export const Rows = () => (
  <div className="grid gap-4">
    {rowWidths.map((width) => (
      <Skeleton key={width} className={cn("h-4", width)} />
    ))}
  </div>
);

export const Ring = () => (
  <div className="flex items-center gap-8">
    <Skeleton className="size-36 shrink-0 rounded-full!" />
    <div className="grow">
      <Rows />
    </div>
  </div>
);

export const Lines = () => (
  <div className="grid gap-5">
    {[0, 1, 2].map((line) => (
      <div key={line} className="flex items-center gap-3.5">
        <Skeleton className="size-8 shrink-0" />
        <div className="grid grow gap-2">
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="h-3 w-2/5" />
        </div>
      </div>
    ))}
  </div>
);
