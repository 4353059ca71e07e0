import { ChevronDown } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { stickyColumn } from "./matrix-layout";

/** What opens and closes a row where each is a card; `summary`: what it says while it is closed. */
export type RowFold = {
  open: boolean;
  summary: string;
  onToggle: () => void;
  /** The fields that it folds (components/settings/search/mark-field.ts). */
  fields?: Record<string, string>;
};

type RowHeadProps = { title: string; help: string; fold: RowFold };

/** The heading of a row. On a narrow page it is the button that unfolds its card, and sums up what is on. */
export const RowHead = ({ title, help, fold }: RowHeadProps) => (
  <th
    scope="row"
    className={cn(
      stickyColumn,
      "min-w-0 text-start font-normal @min-[42rem]:py-3 @min-[42rem]:ps-5 @min-[42rem]:pe-3 @min-[42rem]:align-middle",
    )}
  >
    <button
      type="button"
      aria-expanded={fold.open}
      onClick={fold.onToggle}
      {...fold.fields}
      className="flex w-full min-w-0 items-center gap-3 rounded py-1 text-start @min-[42rem]:hidden"
    >
      <ChevronDown
        aria-hidden="true"
        className={cn("size-4 shrink-0 text-ink-soft", !fold.open && "-rotate-90 rtl:rotate-90")}
      />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="mt-0.5 block text-sm text-ink-soft">{fold.open ? help : fold.summary}</span>
      </span>
    </button>
    <span className="hidden @min-[42rem]:block">
      <span className="block font-medium">{title}</span>
      <span className="mt-0.5 block text-sm text-ink-soft">{help}</span>
    </span>
  </th>
);
