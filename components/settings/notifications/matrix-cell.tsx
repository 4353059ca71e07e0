"use client";

import { useRef, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Switch } from "@/components/ui/switch";
import type { LayerName } from "@/lib/settings/resolve";
import { LayerMark } from "./layer-mark";
import { lastColumn } from "./matrix-layout";

/** On a narrow page a cell is a line of its card, unless that is folded: the label at the start, the switch at the end. */
const frame = (narrow: string, folded: boolean) =>
  cn(
    folded ? "hidden" : "flex",
    "items-center justify-between gap-3 @min-[42rem]:table-cell @min-[42rem]:px-1 @min-[42rem]:align-middle",
    lastColumn,
    narrow,
  );
/** In the table the mark stands after the switch without taking room, so that a column of switches stays straight. */
const stack = "relative flex items-center gap-2 @min-[42rem]:mx-auto @min-[42rem]:w-10";
const mark = "@min-[42rem]:absolute @min-[42rem]:start-full @min-[42rem]:-ms-0.5";

type MatrixCellProps = {
  id: string;
  /** Names the category and the channel. */
  title: string;
  /** Names the channel where no column heading does. */
  label: ReactNode;
  on: boolean;
  layer: LayerName;
  /** The layer in words. */
  from: string;
  /** What comes back, in words, where the value is the person's own. */
  back: string;
  /** Nothing arrives on the channel yet. */
  quiet: boolean;
  /** A narrow page does not show it. */
  folded: boolean;
  onChange: (on: boolean) => void;
  onReset: () => void;
};

/** The switch of one category on one channel. */
export function MatrixCell(props: MatrixCellProps) {
  const { id, title, label, on, layer, from, back, quiet, folded, onChange, onReset } = props;
  const cell = useRef<HTMLTableCellElement>(null);
  /** The button in the mark disappears with the value that it resets: the focus goes to the switch of the cell. */
  function handleReset() {
    cell.current?.querySelector<HTMLElement>("[role=switch]")?.focus();
    onReset();
  }
  return (
    <td id={id} ref={cell} className={frame("col-span-2 min-h-11 @min-[42rem]:py-3", folded)}>
      <span className="@min-[42rem]:hidden">{label}</span>
      <span className={stack}>
        <LayerMark
          id={`${id}-layer`}
          title={title}
          layer={layer}
          from={from}
          back={back}
          onReset={handleReset}
          className={mark}
        />
        <Switch
          aria-label={title}
          aria-describedby={`${id}-layer`}
          checked={on}
          quiet={quiet}
          onChange={onChange}
        />
      </span>
    </td>
  );
}

type AllCellProps = {
  title: string;
  label?: ReactNode;
  checked: boolean | "mixed";
  onChange: (on: boolean) => void;
  /** Nothing arrives on the channel yet. */
  quiet?: boolean;
  /** A narrow page does not show it. */
  folded?: boolean;
  className?: string;
};

/** The switch of a whole row, of a whole column, or of everything. */
export const AllCell = ({
  title,
  label,
  checked,
  onChange,
  quiet,
  folded = false,
  className,
}: AllCellProps) => (
  <td className={frame(cn("@min-[42rem]:py-3", className), folded)}>
    {label && <span className="min-w-0 @min-[42rem]:hidden">{label}</span>}
    <span className="flex justify-center">
      <Switch aria-label={title} checked={checked} quiet={quiet} onChange={onChange} />
    </span>
  </td>
);
