import { cn } from "@/components/ui/cn";
import type { DropTarget } from "./drop-target";

const sides = {
  inline: { before: "inset-y-0 -start-2.5 w-1", after: "inset-y-0 -end-2.5 w-1" },
  block: { before: "inset-x-0 -top-2.5 h-1", after: "inset-x-0 -bottom-2.5 h-1" },
} as const;

/** A line where the carried card would go. */
export const DropMark = ({ target: { axis, side } }: { target: DropTarget }) => (
  <span
    aria-hidden="true"
    data-drop={side}
    className={cn(
      "pointer-events-none absolute rounded-full bg-accent forced-colors:bg-[Highlight]",
      sides[axis][side],
    )}
  />
);
