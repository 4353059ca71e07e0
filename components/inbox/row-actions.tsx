"use client";

import { AlarmClock, BellOff, Check, CircleHelp, Undo2, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { ReadButton } from "@/components/notifications/read-button";
import type { Followed } from "@/lib/notifications/follow/held";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { isAsleep } from "@/lib/notifications/inbox/shown";

/** What a press on a row's buttons does. `button`: the pressed one, by which a panel opens. */
export type RowDeeds = {
  mark: (row: InboxRow, read: boolean) => void;
  finish: (row: InboxRow) => void;
  unfinish: (row: InboxRow) => void;
  snooze: (row: InboxRow, button: HTMLButtonElement) => void;
  wake: (row: InboxRow) => void;
  explain: (row: InboxRow, button: HTMLButtonElement) => void;
  follow: (about: Followed, button: HTMLButtonElement) => void;
};

type ActionProps = {
  label: string;
  icon: LucideIcon;
  name: string;
  onPress: (button: HTMLButtonElement) => void;
};

const Action = ({ label, icon: Icon, name, onPress }: ActionProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    data-action={name}
    onClick={(event) => onPress(event.currentTarget)}
    className="tap relative z-1 flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-line hover:text-ink pointer-coarse:size-9"
  >
    <Icon aria-hidden="true" className="size-4" />
  </button>
);

/** The buttons of a row: read, done, snooze, why it came, and what to hear of its lead or, without one, its project. */
export function RowActions({ row, now, deeds }: { row: InboxRow; now: Date; deeds: RowDeeds }) {
  const t = useTranslations("inbox.of");
  const text = useNotificationText();
  const title = text.plainTitle(row);
  const isDone = row.archived_at !== null;
  const why = (
    <Action
      name="why"
      icon={CircleHelp}
      label={t("why", { title })}
      onPress={(button) => deeds.explain(row, button)}
    />
  );
  const about = row.project_id === null ? null : { projectId: row.project_id, leadId: row.lead_id };
  const follow = about && (
    <Action
      name="follow"
      icon={BellOff}
      label={t(about.leadId === null ? "followProject" : "followLead", { title })}
      onPress={(button) => deeds.follow(about, button)}
    />
  );
  // What the app did not tell is neither read nor done.
  if (row.kept_away !== null)
    return (
      <div className="flex flex-wrap items-center justify-end gap-1 pointer-coarse:gap-2">
        {why}
        {follow}
      </div>
    );
  return (
    <div className="flex flex-wrap items-center justify-end gap-1 pointer-coarse:gap-2">
      {!isDone && (
        <ReadButton isRead={row.read_at !== null} title={title} onMark={(read) => deeds.mark(row, read)} />
      )}
      {why}
      {follow}
      {isAsleep(row, now) ? (
        <Action name="wake" icon={AlarmClock} label={t("wake", { title })} onPress={() => deeds.wake(row)} />
      ) : (
        <Action
          name="snooze"
          icon={AlarmClock}
          label={t("snooze", { title })}
          onPress={(button) => deeds.snooze(row, button)}
        />
      )}
      {isDone ? (
        <Action
          name="undone"
          icon={Undo2}
          label={t("undone", { title })}
          onPress={() => deeds.unfinish(row)}
        />
      ) : (
        <Action name="done" icon={Check} label={t("done", { title })} onPress={() => deeds.finish(row)} />
      )}
    </div>
  );
}
