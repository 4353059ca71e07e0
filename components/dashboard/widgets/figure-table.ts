import { useTranslations } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import type { Cell } from "@/lib/export/sheet";
import type { Counted } from "@/lib/leads/filter";
import type { Panels, Span } from "@/lib/leads/panels";
import type { Formats } from "@/lib/time/formats";
import type { Heat } from "@/lib/vocabulary/heat";

/** The leads behind a figure. `count`: how many there are; of none there is nothing to open. */
export type LeadsBehind = Span & { counted: Counted; count: number };

/** A figure as it is shown, as it is saved in a spreadsheet, and the leads behind it. */
export type Figure = { text: string; value: Cell; leads?: LeadsBehind | undefined };

/**
 * What a widget shows, as a table: on the screen, for screen readers and in a file it is this one. `value`: the name of a
 * row in a file, where it is more than its text.
 */
export type FigureTable = {
  caption: string;
  /** The first names the rows; the others stand over figures. */
  columns: readonly string[];
  rows: readonly { key: string; name: string; value?: Cell; heat?: Heat; figures: readonly Figure[] }[];
};

/** The person's language and formats: a table is made of them and of the figures, in a page and for a file alike. */
export type Words = { t: ReturnType<typeof useTranslations<never>>; format: Formats };

export const useWords = (): Words => ({ t: useTranslations(), format: useFormats() });

export const wholeSpan = ({ starts, ends }: Panels["period"]): Span => ({
  from: starts[0] ?? ends,
  to: ends,
});

export const bucketSpan = ({ starts, ends }: Panels["period"], index: number): Span => ({
  from: starts[index] ?? ends,
  to: starts[index + 1] ?? ends,
});

/** A count of leads, with the leads that it counts. */
export const countFigure = (count: number, counted: Counted, span: Span, { format }: Words): Figure => ({
  text: format.number(count),
  value: count,
  leads: { counted, ...span, count },
});
