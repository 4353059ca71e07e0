import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type BarRow = {
  key: string;
  label: ReactNode;
  figure: ReactNode;
  note?: ReactNode;
  /** 0 to 1 of the row's track; more is drawn as full. */
  share: number;
  /** 0 to 1: later steps of a funnel are paler, as what they hold is less. */
  strength?: number;
};

type BarRowsProps = {
  rows: BarRow[];
  /** Draw what is missing to the full length. */ track?: boolean;
  narrow?: boolean;
};

/** Names, lengths and figures in three columns that line up. */
export function BarRows({ rows, track = false, narrow = false }: BarRowsProps) {
  return (
    <div
      aria-hidden="true"
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-(--row-gap)"
    >
      {rows.map(({ key, label, figure, note, share, strength = 1 }) => (
        <div key={key} className="col-span-3 grid grid-cols-subgrid items-center">
          <span className="text-ink-soft">{label}</span>
          <span
            className={cn("block overflow-hidden rounded-xs", narrow ? "h-2.5" : "h-4", track && "bg-sunken")}
          >
            <span
              className="block h-full min-w-1 rounded-xs bg-chart"
              style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%`, opacity: strength }}
            />
          </span>
          <span className="text-end">
            <span className="font-semibold">{figure}</span>
            {note && <span className="ms-2 text-sm text-ink-faint">{note}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}
