"use client";

import { useTranslations } from "next-intl";
import { SearchField } from "@/components/ui/search-field";
import { longestSearch } from "@/lib/notifications/inbox/query";

type SearchBoxProps = { value: string | undefined; onSearch: (words: string | undefined) => void };

export function SearchBox(props: SearchBoxProps) {
  const t = useTranslations("inbox.filters");
  return (
    <SearchField
      {...props}
      label={t("search")}
      placeholder={t("searchPlaceholder")}
      maxLength={longestSearch}
      className="col-span-2 sm:w-52"
    />
  );
}
