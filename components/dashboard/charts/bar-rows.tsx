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

/**
 * Rows of a name, a bar and a figure, in aligned columns; where there is height to spare, the bars grow thicker. A table beside it says the same: of the row only a link in
 * `figure` is told, which covers the row by an `after:absolute`.
 */
export function BarRows({ rows, narrow = false }: BarRowsProps) {
  return (
    <div className="grid grow auto-rows-fr grid-cols-[auto_minmax(0,1fr)_auto_auto] gap-y-(--row-gap)">
      {rows.map(({ key, label, figure, note, share, strength }) => (
        <div key={key} className="relative col-span-4 grid grid-cols-subgrid items-center">
          <span aria-hidden="true" className="text-ink-soft">
            {label}
          </span>
          <span aria-hidden="true" className="mx-4 flex items-center self-stretch">
            <Length
              share={share}
              strength={strength}
              className={narrow ? "h-3/5 max-h-6 min-h-2.5" : "h-4/5 max-h-8 min-h-4"}
            />
          </span>
          <span className="text-end font-semibold">{figure}</span>
          <span
            aria-hidden="true"
            className="text-end text-sm whitespace-nowrap text-ink-faint not-empty:ps-2.5"
          >
            {note}
          </span>
        </div>
      ))}
    </div>
  );
}

export const Length = ({
  share,
  strength,
  className,
}: Pick<BarRow, "share" | "strength"> & { className: string }) => (
  <span className={cn("block w-full overflow-hidden rounded-xs forced-color-adjust-none", className)}>
    <span
      className="block h-full rounded-xs bg-chart"
      style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%`, opacity: strength }}
    />
  </span>
);
