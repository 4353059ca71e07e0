"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useTransition } from "react";
import { ColumnsButton } from "@/components/leads/columns-button";
import { ExportButton } from "@/components/leads/export-button";
import { useShownColumns } from "@/components/leads/use-shown-columns";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import type { LeadSummary } from "@/lib/leads/lead";
import { leadsAddress, longestSearch, type LeadQuery } from "@/lib/leads/query";
import { isLeadOrder, leadOrders } from "@/lib/vocabulary/lead-list";

type LeadsToolbarProps = { projectId: string; query: LeadQuery; leads: readonly LeadSummary[] };

/** Searches and sorts the list, and chooses its columns. Headings sort too, where there is room for them. */
export function LeadsToolbar({ projectId, query, leads }: LeadsToolbarProps) {
  const t = useTranslations("leads");
  const router = useRouter();
  const id = useId();
  const columns = useShownColumns(leads).map(({ key }) => key);
  const [pending, startTransition] = useTransition();
  const show = (change: Partial<LeadQuery>) =>
    startTransition(() =>
      router.replace(leadsAddress(projectId, { ...query, ...change }), { scroll: false }),
    );
  return (
    <div role="search" className="flex flex-wrap items-center gap-2 print:hidden">
      <SearchField
        label={t("search")}
        labelHidden
        placeholder={t("searchPlaceholder")}
        maxLength={longestSearch}
        value={query.search ?? undefined}
        pending={pending}
        onSearch={(search) => show({ search: search ?? null })}
        className="min-w-40 grow sm:max-w-72"
      />
      <label htmlFor={id} className="sr-only">
        {t("order")}
      </label>
      <Select
        id={id}
        value={query.order}
        onChange={({ target: { value } }) => isLeadOrder(value) && show({ order: value })}
        className="md:hidden"
      >
        {leadOrders.map((order) => (
          <option key={order} value={order}>
            {t(`orders.${order}`)}
          </option>
        ))}
      </Select>
      <div className="flex gap-2 sm:ms-auto">
        <ColumnsButton />
        {leads.length > 0 && <ExportButton projectId={projectId} query={query} columns={columns} />}
      </div>
    </div>
  );
}
