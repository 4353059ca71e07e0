import { cn } from "@/components/ui/cn";

/** Keeps the first column visible while the channels scroll behind it. */
export const stickyColumn = "@min-[42rem]:sticky @min-[42rem]:start-0 @min-[42rem]:bg-card";

/** The column of the switches for a whole row stands apart from the channels. */
export const allColumn = "@min-[42rem]:border-e @min-[42rem]:border-line";

/** The last column stands as far from the edge as the first. */
export const lastColumn = "@min-[42rem]:last:pe-4";

/** On a narrow page a row is a card. */
export const rowFrame = cn(
  "mx-3 mb-3 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 rounded border border-line px-4 py-3",
  "@min-[42rem]:table-row @min-[42rem]:rounded-none @min-[42rem]:border-x-0 @min-[42rem]:border-b-0",
);
