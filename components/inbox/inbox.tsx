"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FollowPage } from "@/components/notifications/follow/use-follow";
import { laterPart } from "@/components/ui/later-part";
import { fetchedEarly } from "@/components/ui/fetched-early";
import type { Followed } from "@/lib/notifications/follow/held";
import type { Grouping } from "@/lib/notifications/inbox/groups";
import type { InboxAnswer, InboxRow } from "@/lib/notifications/inbox/inbox-row";
import type { Result } from "@/lib/result";
import { BulkBar } from "./bulk-bar";
import { InboxEmpty, InboxFailed } from "./inbox-states";
import { InboxGroups } from "./inbox-groups";
import { InboxFoot } from "./inbox-foot";
import { InboxNotices } from "./inbox-notices";
import { InboxRowsSkeleton } from "./inbox-skeleton";
import { focusBeside } from "./row-focus";
import { useDeeds } from "./use-deeds";
import { useInbox, type InboxAsk } from "./use-inbox";
import { useInboxKeys } from "./use-inbox-keys";
import { useOpened } from "./use-opened";
import { usePanel } from "./use-panel";

const SnoozePanel = laterPart(
  fetchedEarly(() => import("./snooze-panel").then((module) => module.SnoozePanel)),
);
const WhyPanel = laterPart(fetchedEarly(() => import("./why-panel").then((module) => module.WhyPanel)));
const FollowPanel = laterPart(
  fetchedEarly(() =>
    import("@/components/notifications/follow/follow-panel").then((module) => module.FollowPanel),
  ),
);

type InboxProps = {
  ask: InboxAsk;
  group: Grouping;
  follow: FollowPage;
  initial: Result<InboxAnswer> | null;
};

/** The list of one view and filter, with what can be done to one or many of its rows. */
export function Inbox({ ask, group, follow, initial }: InboxProps) {
  const t = useTranslations("inbox");
  const { rows, list, now, failure, isLoadingMore, refresh, more } = useInbox(ask, initial);
  const [selectedIds, select] = useState<ReadonlySet<string>>(new Set());
  const deeds = useDeeds();
  const snoozing = usePanel<readonly InboxRow[]>();
  const asking = usePanel<InboxRow>();
  const following = usePanel<Followed>();
  useOpened(ask.opened, rows !== null);

  const selected = (rows ?? []).filter(({ id }) => selectedIds.has(id));
  /** Before rows leave the list: the focus goes to the next that stays, and the selection ends. */
  function leaving(gone: readonly InboxRow[], by: HTMLElement | null = null) {
    focusBeside(new Set(gone.map(({ id }) => id)), by);
    select((known) => new Set([...known].filter((id) => !gone.some((row) => row.id === id))));
  }
  const leave = (deed: (rows: readonly InboxRow[]) => void) => (gone: readonly InboxRow[]) => {
    leaving(gone);
    deed(gone);
  };
  const many = {
    finish: leave(deeds.finish),
    unfinish: leave(deeds.unfinish),
    wake: leave(deeds.wake),
    mark(gone: readonly InboxRow[], read: boolean) {
      if (read && ask.query.view === "unread") leaving(gone);
      deeds.mark(gone, read);
    },
    snooze: snoozing.openAt,
  };
  const snooze = (until: string) => {
    leaving(snoozing.about ?? [], snoozing.popup.button.current);
    deeds.snooze(snoozing.about ?? [], until);
  };
  useInboxKeys({ rows: rows ?? [], selected, deeds: many, select });
  if (rows === null || list === null)
    return failure ? <InboxFailed onRetry={refresh} /> : <InboxRowsSkeleton />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <InboxNotices
        isStale={failure !== null}
        isGone={ask.opened !== undefined && !rows.some(({ id }) => id === ask.opened)}
        onRetry={refresh}
      />
      {rows.length > 0 && (
        <BulkBar
          rows={rows}
          selected={selected}
          view={ask.query.view}
          onSelectAll={(all) => select(new Set(all ? rows.map(({ id }) => id) : []))}
          deeds={many}
        />
      )}
      <section
        tabIndex={-1}
        data-inbox
        aria-label={t("list", { view: t(`views.${ask.query.view}`), count: rows.length })}
        className="grid grid-cols-[minmax(0,1fr)] gap-5 outline-none"
      >
        {rows.length === 0 && list.next === null && <InboxEmpty query={ask.query} />}
        <InboxGroups
          rows={rows}
          by={group}
          now={now}
          selectedIds={selectedIds}
          onSelect={(row, isSelected) =>
            select((known) => new Set([...known, row.id].filter((id) => isSelected || id !== row.id)))
          }
          deeds={{
            mark: (row, read) => many.mark([row], read),
            finish: (row) => many.finish([row]),
            unfinish: (row) => many.unfinish([row]),
            wake: (row) => many.wake([row]),
            snooze: (row, button) => snoozing.openAt([row], button),
            explain: asking.openAt,
            follow: following.openAt,
          }}
        />
      </section>
      <InboxFoot
        count={rows.length}
        hasMore={list.next !== null}
        isLoading={isLoadingMore}
        query={ask.query}
        onMore={() => void more()}
      />
      {snoozing.about && <SnoozePanel popup={snoozing.popup} onPick={snooze} />}
      {following.about && (
        <FollowPanel
          key={following.about.leadId ?? following.about.projectId}
          popup={following.popup}
          page={follow}
          about={following.about}
        />
      )}
      {asking.about && <WhyPanel popup={asking.popup} row={asking.about} userId={ask.userId} />}
    </div>
  );
}
