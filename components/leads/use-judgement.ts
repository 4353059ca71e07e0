"use client";

import { startTransition, useOptimistic, useState } from "react";
import { useRefusalWords } from "@/components/leads/refusal-words";
import { toastError } from "@/components/ui/toast";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { partOf, type Judged, type Judgement, type JudgementChange } from "@/lib/leads/judgement";
import { fail, type FailureCode, type Result } from "@/lib/result";

export type LeadActions = {
  judge: (input: Omit<JudgementChange, "since">) => Promise<Result<unknown>>;
  takeBack: (input: JudgementChange) => Promise<Result<unknown>>;
};

/**
 * Judges a lead: at once on the screen, said with its Undo when it is saved, taken back where it cannot be. `failure`: why
 * the last one was not saved.
 */
export function useJudgement(leadId: string, judged: Judged, { judge, takeBack }: LeadActions) {
  const words = useRefusalWords();
  const announce = useUndoToast();
  const [failure, setFailure] = useState<string | null>(null);
  const [shown, show] = useOptimistic<Judged, Judgement>(judged, (now, change) => ({ ...now, ...change }));

  const save = (
    change: Judgement,
    deed: () => Promise<Result<unknown>>,
    done: (code?: FailureCode) => void,
  ) =>
    startTransition(async () => {
      show(change);
      const result = await deed().catch(() => fail("unavailable"));
      done(result.ok ? undefined : result.error.code);
    });

  function change(judgement: Judgement, said: string) {
    const before = partOf(shown, judgement);
    const undo = () =>
      save(
        before,
        () => takeBack({ leadId, judgement: before, since: judgement }),
        (code) => code && toastError(words(code)),
      );
    const part = Object.keys(judgement).join();
    save(
      judgement,
      () => judge({ leadId, judgement }),
      (code) => {
        setFailure(code ? words(code) : null);
        if (!code) announce(said, `judge-${leadId}-${part}`, undo);
      },
    );
  }
  return { shown, failure, change };
}
