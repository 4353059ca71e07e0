"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import { useFormats } from "@/components/ui/use-formats";
import { groupInbox, type Grouping, type InboxGroup } from "@/lib/notifications/inbox/groups";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { daysBetween } from "@/lib/time/civil-days";
import { InboxItem } from "./inbox-item";
import type { RowDeeds } from "./row-actions";

type Rows = {
  now: Date;
  selectedIds: ReadonlySet<string>;
  onSelect: (row: InboxRow, isSelected: boolean) => void;
  deeds: RowDeeds;
};

type InboxGroupsProps = Rows & { rows: readonly InboxRow[]; by: Grouping };

/** The rows by day or by lead. */
export function InboxGroups({ rows, by, ...rest }: InboxGroupsProps) {
  const { zone } = useFormats();
  return groupInbox(rows, by, rest.now, zone).map((group) => (
    <Group key={group.key} group={group} by={by} {...rest} />
  ));
}

function Group({ group, by, ...rest }: Rows & { group: InboxGroup; by: Grouping }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 px-1 text-sm font-semibold text-ink-soft">
        {by === "day" ? <Day at={group.at} now={rest.now} /> : <Lead name={group.lead} />}
      </h2>
      <Card>
        <ul className="divide-y divide-line [&>li:first-child]:rounded-t-lg [&>li:last-child]:rounded-b-lg">
          {group.rows.map((row) => (
            <InboxItem
              key={row.id}
              row={row}
              now={rest.now}
              isSelected={rest.selectedIds.has(row.id)}
              onSelect={rest.onSelect}
              deeds={rest.deeds}
            />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Day({ at, now }: { at: string; now: Date }) {
  const t = useTranslations("inbox");
  const words = useTranslations("notifications");
  const { date, zone, weekday } = useFormats();
  const ago = daysBetween(at, now, zone);
  if (ago <= 0) return words("today");
  if (ago === 1) return t("yesterday");
  return `${weekday(at, "long")} · ${date(at)}`;
}

function Lead({ name }: { name: string | null }) {
  const t = useTranslations("inbox");
  return name === null ? t("other") : <bdi dir="auto">{name}</bdi>;
}
