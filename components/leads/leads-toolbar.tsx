"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useTransition } from "react";
import { ColumnsButton } from "@/components/leads/columns-button";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { leadsAddress, longestSearch, type LeadQuery } from "@/lib/leads/query";
import { isLeadOrder, leadOrders } from "@/lib/vocabulary/lead-list";

type LeadsToolbarProps = { projectId: string; query: LeadQuery };

/** Searches and sorts the list, and chooses its columns. Headings sort too, where there is room for them. */
export function LeadsToolbar({ projectId, query }: LeadsToolbarProps) {
  const t = useTranslations("leads");
  const router = useRouter();
  const id = useId();
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
      <ColumnsButton />
    </div>
  );
}
