"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCountedWords } from "@/components/leads/counted-words";
import type { LeadFilter } from "@/lib/leads/filter";
import { leadsAddress, type LeadQuery } from "@/lib/leads/query";

type CountedFilterProps = { projectId: string; query: LeadQuery; filter: LeadFilter };

/** Which leads these are, where they are those behind a figure; a press shows the others again. */
export function CountedFilter({ projectId, query, filter }: CountedFilterProps) {
  const t = useTranslations("leads.counted");
  const words = useCountedWords();
  const { leads, days } = words(filter);
  return (
    <p className="flex">
      <span className="inline-flex max-w-full items-center rounded-full border border-accent-line bg-accent-soft ps-3 text-accent">
        <span className="min-w-0 py-1 wrap-anywhere">
          <span className="font-medium">{leads}</span> <span className="whitespace-nowrap">{days}</span>
        </span>
        <Link
          href={leadsAddress(projectId, { ...query, filter: null })}
          aria-label={t("remove")}
          title={t("remove")}
          className="tap inline-flex size-8 shrink-0 items-center justify-center rounded-full hover:bg-sunken"
        >
          <X aria-hidden="true" className="size-4" />
        </Link>
      </span>
    </p>
  );
}
