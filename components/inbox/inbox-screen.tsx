"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FollowPage } from "@/components/notifications/follow/use-follow";
import { PanelNotices } from "@/components/notifications/panel-notices";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { groupings, type Grouping } from "@/lib/notifications/inbox/groups";
import type { InboxAnswer } from "@/lib/notifications/inbox/inbox-row";
import { openedIn, readQuery, writeQuery, type InboxQuery } from "@/lib/notifications/inbox/query";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { Inbox } from "./inbox";
import { InboxFilters } from "./inbox-filters";

type InboxScreenProps = FollowPage & {
  /** What the server read for the address. */
  initial: Result<InboxAnswer>;
};

/** Everything the person was told. View, filters and grouping live in the address. */
export function InboxScreen({ userId, initial, setSubscription }: InboxScreenProps) {
  const t = useTranslations("inbox");
  const search = Object.fromEntries(useSearchParams());
  const query = readQuery(search);
  const opened = openedIn(search);
  const group = groupings.find((each) => each === search.group) ?? "day";
  // What the server read is outdated once the query has been changed.
  const [isFirst, setFirst] = useState(true);
  function show(next: InboxQuery, by: Grouping, open?: string) {
    const grouped = by === "day" ? undefined : by;
    window.history.replaceState(null, "", paths.notifications({ ...writeQuery(next), group: grouped, open }));
  }
  return (
    <div className="mx-auto grid max-w-page grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Link href={paths.settings.notifications()} className={buttonClass()}>
            {t("settings")}
          </Link>
        }
      />
      <InboxFilters
        query={query}
        group={group}
        onChange={(next) => {
          setFirst(false);
          show(next, group);
        }}
        onGroup={(by) => show(query, by, opened)}
      />
      <PanelNotices />
      <Inbox
        key={paths.notifications({ ...writeQuery(query), open: opened })}
        ask={{ userId, query, opened }}
        group={group}
        follow={{ userId, setSubscription }}
        initial={isFirst ? initial : null}
      />
    </div>
  );
}
