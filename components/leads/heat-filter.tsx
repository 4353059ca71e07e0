"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { heatIcons } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import { leadsAddress, type LeadQuery } from "@/lib/leads/query";
import type { LeadCounts } from "@/lib/leads/page";
import { heats } from "@/lib/vocabulary/heat";

type HeatFilterProps = { projectId: string; query: LeadQuery; counts: LeadCounts | null };

/** A filter made of links, so that a filtered list has an address that can be kept and sent. */
export function HeatFilter({ projectId, query, counts }: HeatFilterProps) {
  const t = useTranslations("leads");
  const words = useTranslations("heat");
  const { number } = useFormats();
  // Of more leads than are counted the parts would be wrong.
  const known = counts && !counts.more ? counts : null;
  return (
    <nav aria-label={t("filter")} className="-mx-4 overflow-x-auto px-4 py-1 md:-mx-1 md:px-1 print:hidden">
      <ul className="flex gap-1.5">
        {[null, ...heats].map((one) => {
          const Icon = one && heatIcons[one];
          const isHere = one === query.heat;
          return (
            <li key={one ?? "all"}>
              <Link
                href={leadsAddress(projectId, { ...query, heat: one })}
                aria-current={isHere ? "true" : undefined}
                className={cn(
                  "tap inline-flex h-8 items-center gap-1.5 rounded-full border px-3 font-medium whitespace-nowrap transition-colors",
                  isHere
                    ? "border-ink bg-ink text-paper"
                    : "border-line-strong bg-card text-ink-soft hover:bg-sunken hover:text-ink",
                )}
              >
                {Icon && <Icon aria-hidden="true" className="size-4" />}
                {one ? words(one) : t("all")}
                {known && (
                  <span className={cn("text-sm font-normal", isHere ? "text-paper" : "text-ink-faint")}>
                    {number(one ? known.heats[one] : known.all)}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
