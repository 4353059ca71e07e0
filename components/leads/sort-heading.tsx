import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { isAscending, leadsAddress, orderAfter, sortOf, type LeadQuery } from "@/lib/leads/query";
import type { LeadSort } from "@/lib/vocabulary/lead-list";

type SortHeadingProps = {
  sort: LeadSort;
  words: string;
  projectId: string;
  query: LeadQuery;
  atEnd: boolean;
  className?: string;
  /** Where a rising value means a falling column, as of age and the time of first contact. */
  turned?: boolean;
};

/** The heading of a column that a list can be sorted by: a link, so that the order has an address. */
export function SortHeading({
  sort,
  words,
  projectId,
  query,
  atEnd,
  className,
  turned = false,
}: SortHeadingProps) {
  const t = useTranslations("leads");
  const isSorted = sortOf(query.order) === sort;
  const rises = isAscending(query.order) !== turned;
  const Icon = !isSorted ? ArrowUpDown : rises ? ArrowUp : ArrowDown;
  const order = isSorted ? (rises ? "ascending" : "descending") : "none";
  return (
    <th scope="col" aria-sort={order} className={cn(atEnd ? "text-end" : "text-start", className)}>
      <Link
        href={leadsAddress(projectId, { ...query, order: orderAfter(query.order, sort) })}
        replace
        scroll={false}
        prefetch={false}
        title={t("sortBy", { column: words })}
        className={cn(
          "tap group inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink",
          isSorted && "text-ink",
        )}
      >
        {words}
        <Icon
          aria-hidden="true"
          className={cn("size-3.5 print:hidden", !isSorted && "opacity-40 group-hover:opacity-100")}
        />
      </Link>
    </th>
  );
}
