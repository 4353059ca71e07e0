"use client";

import { useTranslations } from "next-intl";
import { startTransition, useId, useOptimistic, useState } from "react";
import { BantMarks } from "@/components/leads/bant-marks";
import { HeatControl } from "@/components/leads/heat-control";
import { Card, CardHeader } from "@/components/ui/card";
import { bantScore, type Bant, type BantMark } from "@/lib/vocabulary/bant";
import type { Heat } from "@/lib/vocabulary/heat";
import type { FailureCode, Result } from "@/lib/result";

export type LeadActions = {
  changeHeat: (input: { leadId: string; heat: Heat }) => Promise<Result<unknown>>;
  setBantMark: (input: { leadId: string; mark: BantMark; known: boolean }) => Promise<Result<unknown>>;
};

type Judgement = { heat: Heat; bant: Bant };
type Said = { tone: "done" | "failed"; words: string } | null;

type LeadJudgementProps = LeadActions & Judgement & { leadId: string };

/**
 * The salesperson's judgement of a lead. A change shows at once, is then saved, and is taken back if it cannot be
 * saved.
 */
export function LeadJudgement({ leadId, heat, bant, changeHeat, setBantMark }: LeadJudgementProps) {
  const t = useTranslations("leads");
  const heatWords = useTranslations("heat");
  const headings = { heat: useId(), bant: useId() };
  const [shown, show] = useOptimistic<Judgement, Partial<Judgement>>({ heat, bant }, (now, change) => ({
    ...now,
    ...change,
  }));
  const [said, say] = useState<Said>(null);

  const failure = (code: FailureCode): Said => ({
    tone: "failed",
    words: t(code === "not_found" || code === "forbidden" ? "refused" : "notSaved"),
  });
  const save = (change: Partial<Judgement>, deed: () => Promise<Result<unknown>>, done: string) =>
    startTransition(async () => {
      show(change);
      const result = await deed().catch(() => ({ ok: false, error: { code: "unavailable" } }) as const);
      say(result.ok ? { tone: "done", words: done } : failure(result.error.code));
    });

  const onHeat = (to: Heat) =>
    save({ heat: to }, () => changeHeat({ leadId, heat: to }), t("heatSaved", { heat: heatWords(to) }));
  const onMark = (mark: BantMark, known: boolean) =>
    save(
      { bant: { ...shown.bant, [mark]: known } },
      () => setBantMark({ leadId, mark, known }),
      t(known ? "markSet" : "markCleared", { mark: t(`bant.${mark}`) }),
    );

  return (
    <>
      <Card aria-labelledby={headings.heat}>
        <CardHeader id={headings.heat} title={t("heatTitle")} description={t("heatHelp")} />
        <div className="px-5 pb-5">
          <HeatControl heat={shown.heat} onChange={onHeat} />
          <p role="status" className={said?.tone === "failed" ? "mt-3 text-danger" : "sr-only"}>
            {said?.words}
          </p>
        </div>
      </Card>
      <Card aria-labelledby={headings.bant}>
        <CardHeader
          id={headings.bant}
          title={t("bantTitle")}
          description={t("bantProgress", { count: bantScore(shown.bant) })}
        />
        <div className="px-5 pb-5">
          <BantMarks bant={shown.bant} onChange={onMark} />
        </div>
      </Card>
    </>
  );
}
