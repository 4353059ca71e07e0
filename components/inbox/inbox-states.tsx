"use client";

import { AlarmClock, BellOff, CheckCheck, CloudOff, EyeOff, Inbox, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { isFiltered, type InboxQuery } from "@/lib/notifications/inbox/query";

const icons = {
  unread: CheckCheck,
  all: BellOff,
  snoozed: AlarmClock,
  done: Inbox,
  kept: EyeOff,
  filtered: SearchX,
};

/** Says why a view is empty, and what comes there. */
export function InboxEmpty({ query }: { query: InboxQuery }) {
  const t = useTranslations("inbox.empty");
  const why = isFiltered(query) ? "filtered" : query.view;
  const Icon = icons[why];
  return (
    <Card>
      <EmptyState icon={<Icon />} title={t(`${why}.title`)}>
        {t(`${why}.body`)}
      </EmptyState>
    </Card>
  );
}

/** Nothing could be read yet. */
export function InboxFailed({ onRetry }: { onRetry: () => Promise<void> }) {
  const t = useTranslations("inbox.failed");
  const common = useTranslations("common");
  return (
    <Card role="alert">
      <EmptyState
        icon={<CloudOff />}
        title={t("title")}
        action={<Button onClick={() => void onRetry()}>{common("tryAgain")}</Button>}
      >
        {t("body")}
      </EmptyState>
    </Card>
  );
}
