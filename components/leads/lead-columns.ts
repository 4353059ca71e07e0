import type { LeadColumn, LeadSort } from "@/lib/vocabulary/lead-list";

/** `age` is a beta feature. */
export type ColumnKey = "lead" | "heat" | "age" | LeadColumn;

type Column = { key: ColumnKey; hidden: string; atEnd: boolean; sort: LeadSort | null };

/** In their order. A phone leaves some out, which the page of the lead shows; paper has room for all. */
export const leadColumns: readonly Column[] = [
  { key: "lead", hidden: "", atEnd: false, sort: "name" },
  { key: "heat", hidden: "", atEnd: false, sort: "heat" },
  { key: "bant", hidden: "max-md:hidden print:table-cell", atEnd: false, sort: null },
  { key: "status", hidden: "max-lg:hidden print:table-cell", atEnd: false, sort: null },
  { key: "channel", hidden: "max-lg:hidden print:table-cell", atEnd: false, sort: null },
  { key: "owner", hidden: "max-lg:hidden print:table-cell", atEnd: false, sort: null },
  { key: "nextStep", hidden: "max-lg:hidden print:table-cell", atEnd: false, sort: null },
  { key: "value", hidden: "max-sm:hidden print:table-cell", atEnd: true, sort: "value" },
  { key: "age", hidden: "max-md:hidden print:table-cell", atEnd: true, sort: "created" },
  { key: "created", hidden: "max-md:hidden print:table-cell", atEnd: true, sort: "created" },
  { key: "activity", hidden: "@max-[17rem]:hidden print:table-cell", atEnd: true, sort: "activity" },
];
