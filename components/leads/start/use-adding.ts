"use client";

import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { toast, toastError } from "@/components/ui/toast";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { AddedLead } from "@/lib/leads/new-lead";
import type { AddedLeads } from "@/lib/leads/start";
import { fail, type FailureCode, type Result } from "@/lib/result";

export type AddingActions = {
  addLeads: (input: { projectId: string; leads: AddedLead[] }) => Promise<Result<AddedLeads>>;
  takeBackLeads: (input: { projectId: string; leads: string[] | null }) => Promise<Result<number>>;
};

/** Adds leads to a project and takes them back. `pending`: a request is under way. */
export function useAdding(projectId: string, { addLeads, takeBackLeads }: AddingActions) {
  const t = useTranslations("leads.add");
  const announce = useUndoToast();
  const [pending, setPending] = useState(false);

  const words = (code: FailureCode) => {
    if (code === "not_found" || code === "forbidden") return t("refused");
    return t(code === "rate_limited" ? "tooMany" : code === "invalid" ? "invalid" : "failed");
  };
  async function working<T>(deed: () => Promise<Result<T>>): Promise<Result<T>> {
    setPending(true);
    const result = await deed().catch(() => fail("unavailable"));
    setPending(false);
    return result;
  }
  /** Adds at most `leadsAtOnce`. */
  const add = (leads: AddedLead[]) => working(() => addLeads({ projectId, leads }));
  /** null: the leads to try the product with. Says what became of it. */
  const takeBack = (leads: string[] | null) =>
    startTransition(async () => {
      const result = await working(() => takeBackLeads({ projectId, leads }));
      if (!result.ok) return toastError(words(result.error.code));
      const kept = leads === null ? 0 : leads.length - result.value;
      toast(t(kept > 0 ? "someKept" : "takenBack", { count: result.value, kept }));
    });
  const announceAdded = (said: string, { added }: AddedLeads) =>
    announce(said, `added-${added[0]}`, () => takeBack(added));
  return { pending, add, takeBack, announceAdded, words };
}
