"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { isFiltered, type InboxQuery } from "@/lib/notifications/inbox/query";

type InboxFootProps = {
  count: number;
  hasMore: boolean;
  isLoading: boolean;
  query: InboxQuery;
  onMore: () => void;
};

/** The way to what is older, or the word that there is no more. */
export function InboxFoot({ count, hasMore, isLoading, query, onMore }: InboxFootProps) {
  const t = useTranslations("inbox");
  if (hasMore)
    return (
      <Button className="justify-self-center" pending={isLoading} onClick={onMore}>
        {t(isFiltered(query) ? "searchOn" : "more")}
      </Button>
    );
  return count > 0 && <p className="text-center text-sm text-ink-faint">{t("end")}</p>;
}
