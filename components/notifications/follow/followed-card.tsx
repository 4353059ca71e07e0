"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useOptimistic, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import { fetchResult } from "@/lib/fetch-result";
import { stillOf } from "@/lib/notifications/follow/choices";
import { withProject, withStanding, type Followed } from "@/lib/notifications/follow/held";
import type { Standing, Subscription } from "@/lib/notifications/subscription";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { FollowedRow } from "./followed-row";
import { ProjectChoice } from "./project-choice";
import { useFollow, type FollowPage } from "./use-follow";

/** What the person mutes and follows, with the way back of each, and a choice of projects to mute. */
export function FollowedCard({ page }: { page: FollowPage }) {
  const t = useTranslations("follow.card");
  const id = useId();
  const [answer, setAnswer] = useState<Result<Subscription[]> | null>(null);
  const [asked, ask] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void fetchResult<Subscription[]>(paths.api.subscriptions(page.userId)).then(
      (read) => isWanted && setAnswer(read),
    );
    return () => {
      isWanted = false;
    };
  }, [page.userId, asked]);
  return (
    <Card id="followed" aria-labelledby={id} className="scroll-mt-20 divide-y divide-line">
      <CardHeader id={id} title={t("title")} description={t("description")} />
      {answer === null && <Looking />}
      {answer?.ok === false && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-3 px-5 py-(--row-y)">
          <p>{t("unavailable")}</p>
          <Button size="sm" onClick={() => ask((times) => times + 1)}>
            {t("tryAgain")}
          </Button>
        </div>
      )}
      {answer?.ok && (
        <List
          page={page}
          held={answer.value}
          keep={(projectId, held) =>
            setAnswer((known) =>
              known?.ok ? { ok: true, value: withProject(known.value, projectId, held) } : known,
            )
          }
        />
      )}
    </Card>
  );
}

type ListProps = {
  page: FollowPage;
  held: Subscription[];
  keep: (projectId: string, held: Subscription[]) => void;
};

function List({ page, held, keep }: ListProps) {
  const t = useTranslations("follow.card");
  const follow = useFollow(page);
  const now = useNow({ updateInterval: 60_000 }).getTime();
  const [shown, show] = useOptimistic<Subscription[], { about: Followed; wanted: Standing }>(
    held,
    (known, { about, wanted }) => withStanding(known, about, wanted),
  );
  const rows = shown.filter((each) => stillOf(each, now) !== null);
  const change = (about: Followed, standing: Standing, wanted: Standing) =>
    follow(
      {
        about,
        standing,
        show: (next) => show({ about, wanted: next }),
        keep: (answer) => keep(about.projectId, answer),
      },
      wanted,
    );
  return (
    <>
      {rows.length === 0 ? (
        <p className="px-5 py-(--row-y) text-ink-soft">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <FollowedRow key={`${row.project_id} ${row.lead_id}`} row={row} onChange={change} />
          ))}
        </ul>
      )}
      <ProjectChoice held={rows} onChange={change} />
    </>
  );
}

function Looking() {
  const t = useTranslations("follow.card");
  return (
    <div className="grid gap-3 px-5 py-(--row-y)" aria-busy="true">
      <p className="sr-only">{t("looking")}</p>
      <Skeleton className="h-4 w-56 max-w-full" />
      <Skeleton className="h-3.5 w-40 max-w-full" />
    </div>
  );
}
