"use client";

import { History } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Button } from "@/components/ui/button";
import type { ActivityPage } from "@/lib/audit/event";
import { readFilter } from "@/lib/audit/filter";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { ActivityFilters } from "./activity-filters";
import { ActivityList } from "./activity-list";
import { ChangedAgainDialog } from "./changed-again-dialog";
import { MomentDialog } from "./moment-dialog";
import { RestoreDialog } from "./restore-dialog";
import { ActivityWordsContext, useNewActivityWords } from "./use-activity-words";
import { useWayBack } from "./use-way-back";

type ActivityScreenProps = {
  userId: string;
  /** The entries that the server read for the filter in the address. */
  initial: Result<ActivityPage>;
};

/** Settings -> Activity: every change of every preference, and the ways back. The filter lives in the address. */
export const ActivityScreen = (props: ActivityScreenProps) => (
  <ActivityWordsContext value={useNewActivityWords()}>
    <Activity {...props} />
  </ActivityWordsContext>
);

function Activity({ userId, initial }: ActivityScreenProps) {
  const t = useTranslations("settings.activity");
  const filter = readFilter(Object.fromEntries(useSearchParams()));
  const address = paths.settings.activity(filter);
  // The server's entries are outdated once the filter has been changed.
  const [isFirst, setFirst] = useState(true);
  const { question, ask, apply, undo } = useWayBack();
  const close = () => ask(null);
  // An account that has changed nothing has nothing to filter.
  const isNew = !Object.values(filter).some(Boolean) && initial.ok && initial.value.events.length === 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Button aria-haspopup="dialog" onClick={() => ask({ kind: "choose" })}>
            <History aria-hidden="true" />
            {t("restore.open")}
          </Button>
        }
      />
      {!isNew && (
        <ActivityFilters
          filter={filter}
          onChange={(next) => {
            setFirst(false);
            // The list loads its entries itself: a filter needs no new page from the server.
            window.history.replaceState(null, "", paths.settings.activity(next));
          }}
        />
      )}
      <ActivityList
        key={address}
        userId={userId}
        filter={filter}
        initial={isFirst ? initial : null}
        onUndo={(entry) => void undo(entry)}
        onRestore={({ events }) => ask({ kind: "moment", moment: events[0].at })}
      />
      {question?.kind === "changedAgain" && (
        <ChangedAgainDialog wanted={question.wanted} onApply={apply} onCancel={close} />
      )}
      {question?.kind === "choose" && (
        <MomentDialog onChoose={(moment) => ask({ kind: "moment", moment })} onCancel={close} />
      )}
      {question?.kind === "moment" && (
        <RestoreDialog userId={userId} moment={question.moment} onApply={apply} onCancel={close} />
      )}
    </div>
  );
}
