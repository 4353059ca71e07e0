"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { BantMarks } from "@/components/leads/bant-marks";
import { HeatControl } from "@/components/leads/heat-control";
import { StatusControl } from "@/components/leads/status-control";
import { useJudgement, type LeadActions } from "@/components/leads/use-judgement";
import { Card, CardHeader } from "@/components/ui/card";
import { markJudgement, type Judged } from "@/lib/leads/judgement";
import { bantScore, type Bant } from "@/lib/vocabulary/bant";

type LeadJudgementProps = LeadActions & { leadId: string; name: string; judged: Judged };

const bantOf = (judged: Judged): Bant => ({
  budget: judged.bant_budget,
  authority: judged.bant_authority,
  need: judged.bant_need,
  timeline: judged.bant_timeline,
});

/** The salesperson's judgement of a lead. */
export function LeadJudgement({ leadId, name: written, judged, ...actions }: LeadJudgementProps) {
  const t = useTranslations("leads");
  const heatWords = useTranslations("heat");
  const { shown, failure, change } = useJudgement(leadId, judged, actions);
  const bant = bantOf(shown);
  /** Messages stay while the person goes on to another lead. */
  const name = `\u2068${written}\u2069`;
  return (
    <>
      <Part title={t("heatTitle")} help={t("heatHelp")}>
        <HeatControl
          heat={shown.heat}
          onChange={(heat) => change({ heat }, t("heatSaved", { name, heat: heatWords(heat) }))}
        />
        <p role="status" className={failure ? "mt-3 text-danger" : "sr-only"}>
          {failure}
        </p>
      </Part>
      <Part title={t("statusTitle")} help={t("statusHelp")}>
        <StatusControl
          status={shown.status}
          onChange={(status) => change({ status }, t("statusSaved", { name, status: t(`status.${status}`) }))}
        />
      </Part>
      <Part title={t("bantTitle")} help={t("bantProgress", { count: bantScore(bant) })}>
        <BantMarks
          bant={bant}
          onChange={(mark, known) =>
            change(
              markJudgement(mark, known),
              t(known ? "markSet" : "markCleared", { name, mark: t(`bant.${mark}`) }),
            )
          }
        />
      </Part>
    </>
  );
}

function Part({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} description={help} />
      <div className="px-5 pb-5">{children}</div>
    </Card>
  );
}
