"use client";

import { useState } from "react";
import { useLocale } from "@/components/ui/use-locale";
import type { Mapping } from "@/lib/leads/import/columns";
import { leadsAtOnce, type AddedLead } from "@/lib/leads/new-lead";
import type { AddedLeads } from "@/lib/leads/start";
import type { FailureCode, Result } from "@/lib/result";
import { mapped, readImportFile, type FileProblem, type ImportFile } from "./import-file";

export type ImportResult = { added: string[]; known: number; done: number; of: number };

/**
 * A file on its way into a project: read, mapped, judged and sent in batches. Each row got its id when it was read: a batch that
 * is sent again after a failure adds nothing twice.
 */
export function useImport(add: (leads: AddedLead[]) => Promise<Result<AddedLeads>>) {
  const locale = useLocale();
  const [file, setFile] = useState<ImportFile | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);

  async function read(chosen: File) {
    const answer = await readImportFile(chosen, locale);
    setResult(null);
    setProblem(typeof answer === "string" ? answer : null);
    setFile(typeof answer === "string" ? null : answer);
  }
  /** Sends what can be added; the failure of the first batch that was not. */
  async function send({ judged: { leads } }: ImportFile): Promise<FailureCode | null> {
    let sum = result ?? { added: [], known: 0, done: 0, of: leads.length };
    setResult(sum);
    while (sum.done < leads.length) {
      const batch = leads.slice(sum.done, sum.done + leadsAtOnce);
      const answer = await add(batch);
      if (!answer.ok) return answer.error.code;
      const { added, known } = answer.value;
      sum = {
        ...sum,
        added: [...sum.added, ...added],
        known: sum.known + known,
        done: sum.done + batch.length,
      };
      setResult(sum);
    }
    return null;
  }
  function clear() {
    setFile(null);
    setProblem(null);
    setResult(null);
  }
  const map = (mapping: Mapping) => setFile((now) => now && mapped(now, mapping));
  return { file, problem, result, map, read, send, clear };
}
