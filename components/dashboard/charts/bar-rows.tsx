import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type BarRow = {
  key: string;
  label: ReactNode;
  figure: ReactNode;
  note?: ReactNode;
  /** 0 to 1 of the row's length; more is drawn as full. */
  share: number;
  /** Opacity from 0 to 1: later steps of a funnel are paler. */
  strength?: number;
};

type BarRowsProps = { rows: BarRow[]; narrow?: boolean };

/** Rows of a name, a bar and a figure, in aligned columns. A table beside it says the same. */
export function BarRows({ rows, narrow = false }: BarRowsProps) {
  return (
    <div
      aria-hidden="true"
      className="grid grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-y-(--row-gap)"
    >
      {rows.map(({ key, label, figure, note, share, strength }) => (
        <div key={key} className="col-span-4 grid grid-cols-subgrid items-center">
          <span className="text-ink-soft">{label}</span>
          <span className="mx-4">
            <Length share={share} strength={strength} className={narrow ? "h-2.5" : "h-4"} />
          </span>
          <span className="text-end font-semibold">{figure}</span>
          <span className="text-end text-sm whitespace-nowrap text-ink-faint not-empty:ps-2.5">{note}</span>
        </div>
      ))}
    </div>
  );
}

/** Rows with the bar below the name, on a track as long as the target: for rows whose figures are sentences. */
export function ProgressRows({ rows, narrow = false }: BarRowsProps) {
  return (
    <div
      aria-hidden="true"
      className={cn("grid", narrow ? "gap-y-(--row-gap)" : "gap-y-[calc(var(--row-gap)*1.3)]")}
    >
      {rows.map(({ key, label, figure, note, share }) => (
        <div key={key}>
          <div className="mb-1.5 flex items-baseline gap-2.5">
            <span className="text-ink-soft">{label}</span>
            <span className="ms-auto text-sm text-ink-faint">{note}</span>
            <span className="font-semibold">{figure}</span>
          </div>
          <Length share={share} className={cn("bg-sunken", narrow ? "h-1.5" : "h-2")} />
        </div>
      ))}
    </div>
  );
}

const Length = ({
  share,
  strength,
  className,
}: Pick<BarRow, "share" | "strength"> & { className: string }) => (
  <span className={cn("block overflow-hidden rounded-xs forced-color-adjust-none", className)}>
    <span
      className="block h-full rounded-xs bg-chart"
      style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%`, opacity: strength }}
    />
  </span>
);
