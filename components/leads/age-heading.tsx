"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { useTranslations } from "next-intl";

export type AgeOrder = "none" | "descending" | "ascending";

const next = { none: "descending", descending: "ascending", ascending: "none" } as const;
const icons = { none: ArrowUpDown, descending: ArrowDown, ascending: ArrowUp };

type AgeHeadingProps = { order: AgeOrder; onChange: (order: AgeOrder) => void; className?: string };

/** The heading of the age column; a press changes the order: oldest first, youngest first, as the server sorted. */
export function AgeHeading({ order, onChange, className }: AgeHeadingProps) {
  const t = useTranslations("leads");
  const Icon = icons[order];
  return (
    <th scope="col" aria-sort={order} className={className}>
      <button
        type="button"
        title={t("age.sort")}
        onClick={() => onChange(next[order])}
        className="tap ms-auto flex min-h-6 items-center gap-1.5 rounded-sm font-medium hover:text-ink"
      >
        {t("columns.age")}
        <Icon aria-hidden="true" className="size-3.5" />
      </button>
    </th>
  );
}
