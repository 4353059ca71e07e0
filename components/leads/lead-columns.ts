/** Columns that a phone leaves out; the page of the lead shows them. */
export const leadColumns = [
  { key: "lead", hidden: "", atEnd: false },
  { key: "heat", hidden: "", atEnd: false },
  { key: "bant", hidden: "max-md:hidden", atEnd: false },
  { key: "status", hidden: "max-lg:hidden", atEnd: false },
  { key: "channel", hidden: "max-lg:hidden", atEnd: false },
  { key: "value", hidden: "max-sm:hidden", atEnd: true },
  { key: "age", hidden: "max-md:hidden", atEnd: true },
  { key: "activity", hidden: "", atEnd: true },
] as const;

export const hiddenAt = (key: (typeof leadColumns)[number]["key"]) =>
  leadColumns.find((column) => column.key === key)?.hidden;
