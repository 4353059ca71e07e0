"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import type { InboxView } from "@/lib/notifications/inbox/query";

type BulkBarProps = {
  rows: readonly InboxRow[];
  selected: readonly InboxRow[];
  view: InboxView;
  onSelectAll: (all: boolean) => void;
  deeds: {
    finish: (rows: readonly InboxRow[]) => void;
    unfinish: (rows: readonly InboxRow[]) => void;
    wake: (rows: readonly InboxRow[]) => void;
    mark: (rows: readonly InboxRow[], read: boolean) => void;
    snooze: (rows: readonly InboxRow[], button: HTMLButtonElement) => void;
  };
};

/** Selects all that is shown, and does to the selected what can be done to one. */
export function BulkBar({ rows, selected, view, onSelectAll, deeds }: BulkBarProps) {
  const t = useTranslations("inbox");
  const isAll = selected.length === rows.length;
  const isUnread = selected.some(({ read_at }) => read_at === null);
  return (
    <div
      role="group"
      aria-label={t("selection")}
      className="sticky top-(--bar) z-3 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 rounded border border-line bg-paper px-4 py-1.5"
    >
      <label className="tap relative flex items-center gap-3 text-sm text-ink-soft">
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = selected.length > 0 && !isAll;
          }}
          onChange={(event) => onSelectAll(event.target.checked)}
          className="size-4 accent-(--accent)"
        />
        {selected.length > 0 ? t("selected", { count: selected.length }) : t("selectAll")}
      </label>
      {selected.length > 0 && (
        <div className="ms-auto flex flex-wrap gap-2">
          {view !== "done" && (
            <Button size="sm" onClick={() => deeds.mark(selected, isUnread)}>
              {t(isUnread ? "read" : "markUnread")}
            </Button>
          )}
          {view === "snoozed" ? (
            <Button size="sm" onClick={() => deeds.wake(selected)}>
              {t("wake")}
            </Button>
          ) : (
            <Button size="sm" onClick={(event) => deeds.snooze(selected, event.currentTarget)}>
              {t("snooze")}
            </Button>
          )}
          {view === "done" ? (
            <Button size="sm" onClick={() => deeds.unfinish(selected)}>
              {t("undone")}
            </Button>
          ) : (
            <Button size="sm" variant="primary" onClick={() => deeds.finish(selected)}>
              {t("done")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
