"use client";

import { startTransition } from "react";
import { toastError } from "@/components/ui/toast";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { stillOf } from "@/lib/notifications/follow/choices";
import type { Followed } from "@/lib/notifications/follow/held";
import type { Standing, Subscription, SubscriptionChange } from "@/lib/notifications/subscription";
import { fail, type Result } from "@/lib/result";
import { serverClock } from "@/lib/server-clock";
import { useFollowWords } from "./use-follow-words";

/** The server action, and the person the page was made for. */
export type FollowPage = {
  userId: string;
  setSubscription: (input: SubscriptionChange) => Promise<Result<Subscription[]>>;
};

type Shown = {
  about: Followed;
  standing: Standing;
  /** Shows what is being saved, until it is saved or refused. */
  show: (standing: Standing) => void;
  /** What holds of the project once it is saved. */
  keep?: (held: Subscription[]) => void;
};

/** Mutes and follows: at once on the screen, said when it is saved, with its way back. */
export function useFollow({ userId, setSubscription }: FollowPage) {
  const words = useFollowWords();
  const announce = useUndoToast();

  function save({ about, show, keep }: Shown, wanted: Standing, saved: () => void) {
    startTransition(async () => {
      show(wanted);
      const { state, until } = wanted ?? { state: null, until: null };
      const change = { userId, ...about, state, until };
      const result = await setSubscription(change).catch(() => fail("unavailable"));
      if (!result.ok) return toastError(words.refusal(result.error));
      startTransition(() => keep?.(result.value));
      saved();
    });
  }
  return (shown: Shown, wanted: Standing) => {
    const undo = () => save(shown, stillOf(shown.standing, serverClock.now()), () => undefined);
    const id = `follow-${shown.about.leadId ?? shown.about.projectId}`;
    save(shown, wanted, () => announce(words.said(wanted), id, undo));
  };
}
