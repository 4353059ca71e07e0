"use client";

import { CloudOff, History, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { byDay, wholeEntries, type Day, type Entry } from "@/lib/audit/entries";
import type { ActivityPage } from "@/lib/audit/event";
import type { ActivityFilter } from "@/lib/audit/filter";
import { daysBetween } from "@/lib/time/civil-days";
import type { Result } from "@/lib/result";
import { ActivityEntry } from "./activity-entry";
import { ActivitySkeleton } from "./activity-skeleton";
import { useActivity } from "./use-activity";
import { useZonesOf } from "./use-zones-of";

type ActivityListProps = {
  userId: string;
  filter: ActivityFilter;
  initial: Result<ActivityPage> | null;
  onUndo: (entry: Entry) => void;
  onRestore: (entry: Entry) => void;
};

/** The entries by day, newest first. */
export function ActivityList({ userId, filter, initial, onUndo, onRestore }: ActivityListProps) {
  const t = useTranslations("settings.activity");
  const common = useTranslations("common");
  const formats = useFormats();
  const { page, failure, isLoadingOlder, refresh, older } = useActivity(userId, filter, initial);
  useZonesOf(page?.events ?? []);
  const again = <Button onClick={() => void refresh()}>{common("tryAgain")}</Button>;
  if (!page) {
    if (!failure) return <ActivitySkeleton />;
    return (
      <Card role="alert">
        <EmptyState icon={<CloudOff />} title={t("failed.title")} action={again}>
          {t("failed.body")}
        </EmptyState>
      </Card>
    );
  }
  if (page.events.length === 0) return <NothingYet isFiltered={Object.values(filter).some(Boolean)} />;
  const days = byDay(wholeEntries(page), (at) => formats.date(at));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {failure && (
        <Banner
          tone="caution"
          role="status"
          icon={<CloudOff aria-hidden="true" />}
          title={t("stale")}
          action={again}
        />
      )}
      {days.map((day) => (
        // The key is the day and no entry: a new entry on top must not create the other elements again, under the
        // person's focus.
        <DaySection key={formats.date(day.at)} day={day} onUndo={onUndo} onRestore={onRestore} />
      ))}
      {page.has_more ? (
        <Button className="justify-self-center" pending={isLoadingOlder} onClick={() => void older()}>
          {t("older")}
        </Button>
      ) : (
        <p className="text-center text-sm text-ink-faint">{t("beginning")}</p>
      )}
    </div>
  );
}

function NothingYet({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("settings.activity");
  const of = isFiltered ? "emptyFiltered" : "empty";
  return (
    <Card>
      <EmptyState icon={isFiltered ? <SearchX /> : <History />} title={t(`${of}.title`)}>
        {t(`${of}.body`)}
      </EmptyState>
    </Card>
  );
}

type DaySectionProps = Pick<ActivityListProps, "onUndo" | "onRestore"> & { day: Day };

function DaySection({ day, onUndo, onRestore }: DaySectionProps) {
  const t = useTranslations("settings.activity");
  const formats = useFormats();
  const id = useId();
  const ago = daysBetween(day.at, useNow({ updateInterval: 60_000 }), formats.zone);
  const date = formats.date(day.at);
  const names = [t("today", { date }), t("yesterday", { date })];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 px-1 text-sm font-semibold text-ink-soft">
        {names[ago] ?? date}
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {day.entries.map((entry) => (
            <ActivityEntry key={entry.key} entry={entry} onUndo={onUndo} onRestore={onRestore} />
          ))}
        </ul>
      </Card>
    </section>
  );
}
