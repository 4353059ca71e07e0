"use client";

import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { useRefusalWords } from "@/components/leads/refusal-words";
import type { LeadActions } from "@/components/leads/use-judgement";
import { toastError } from "@/components/ui/toast";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { FoundLead } from "@/lib/leads/page";
import { fail, type Result } from "@/lib/result";
import type { Heat } from "@/lib/vocabulary/heat";

/** Sets the heat of a lead that is not on the page: says it with its Undo when it is saved, and why where it is not. */
export function useHeatDeed({ judge, takeBack }: LeadActions) {
  const t = useTranslations("leads");
  const heatWords = useTranslations("heat");
  const wordsOf = useRefusalWords();
  const announce = useUndoToast();
  const save = (deed: () => Promise<Result<unknown>>, done: () => void) =>
    startTransition(async () => {
      const result = await deed().catch(() => fail("unavailable"));
      if (result.ok) done();
      else toastError(wordsOf(result.error.code));
    });
  return ({ id: leadId, name, heat: before }: FoundLead, heat: Heat) => {
    const undo = () =>
      save(
        () => takeBack({ leadId, judgement: { heat: before }, since: { heat } }),
        () => undefined,
      );
    const said = t("heatSaved", { name: `\u2068${name}\u2069`, heat: heatWords(heat) });
    save(
      () => judge({ leadId, judgement: { heat } }),
      () => announce(said, `judge-${leadId}-heat`, undo),
    );
  };
}
