"use client";

import { useTranslations } from "next-intl";
import type { Judged } from "@/lib/leads/import/rows";
import { Problems } from "./import-preview";
import type { ImportResult } from "./use-import";

/** How far an import is, and what came of it. */
export function ImportResultView({ result, judged }: { result: ImportResult; judged: Judged }) {
  const t = useTranslations("leads.import");
  const { added, known, done, of } = result;
  return (
    <>
      <div role="status" className="grid gap-2">
        {done < of && <p>{t("progress", { done, of })}</p>}
        {done === of && <p className="font-medium">{t("done", { count: added.length })}</p>}
        {known > 0 && <p className="text-ink-soft">{t("known", { count: known })}</p>}
      </div>
      {done < of && (
        <progress value={done} max={of} aria-label={t("title")} className="h-2 w-full accent-accent" />
      )}
      {done === of && <Problems problems={judged.problems} />}
    </>
  );
}
