"use client";

import { useEffect, useEffectEvent, useOptimistic, useState } from "react";
import { toastError } from "@/components/ui/toast";
import type { Popup } from "@/components/ui/use-popup";
import { fetchResult } from "@/lib/fetch-result";
import { standingIn, type Followed } from "@/lib/notifications/follow/held";
import type { Standing, Subscription } from "@/lib/notifications/subscription";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { FollowMenu } from "./follow-menu";
import { useFollow, type FollowPage } from "./use-follow";
import { useFollowWords } from "./use-follow-words";

type FollowPanelProps = { popup: Popup; page: FollowPage; about: Followed };

/** The menu where the page does not know how the person stands to it: it is read when the menu opens. */
export function FollowPanel({ popup, page, about }: FollowPanelProps) {
  const [known, setKnown] = useState<Standing | undefined>(undefined);
  const [standing, show] = useOptimistic(known);
  const follow = useFollow(page);
  const { refusal } = useFollowWords();
  const keep = (held: Subscription[]) => setKnown(standingIn(held, about));

  const hear = useEffectEvent((answer: Result<Subscription[]>) => {
    if (answer.ok) return keep(answer.value);
    popup.onOpenChange(false);
    toastError(refusal(answer.error));
  });
  useEffect(() => {
    if (!popup.open) return;
    let isWanted = true;
    const address = paths.api.subscriptions(page.userId, about.projectId);
    void fetchResult<Subscription[]>(address).then((answer) => isWanted && hear(answer));
    return () => {
      isWanted = false;
    };
  }, [popup.open, page.userId, about.projectId]);

  return (
    <FollowMenu
      popup={popup}
      about={about.leadId === null ? "project" : "lead"}
      standing={standing}
      onChoose={(wanted) => follow({ about, standing: standing ?? null, show, keep }, wanted)}
    />
  );
}
