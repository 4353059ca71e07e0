import { useTranslations } from "next-intl";
import { LeadFacts } from "@/components/leads/lead-facts";
import { LeadHistory } from "@/components/leads/lead-history";
import { LeadJudgement, type LeadActions } from "@/components/leads/lead-judgement";
import { FollowButton } from "@/components/notifications/follow/follow-button";
import type { FollowPage } from "@/components/notifications/follow/use-follow";
import { PageHeader } from "@/components/ui/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import type { LeadDetail } from "@/lib/leads/lead";

type LeadScreenProps = LeadActions & { lead: LeadDetail; follow: FollowPage };

export function LeadScreen({ lead, changeHeat, setBantMark, follow }: LeadScreenProps) {
  const t = useTranslations("leads");
  return (
    <div className="mx-auto max-w-page">
      <PageHeader
        title={lead.name}
        description={lead.company && <span dir="auto">{lead.company}</span>}
        actions={
          <FollowButton
            page={follow}
            about={{ projectId: lead.project_id, leadId: lead.id }}
            standing={lead.standing}
            projectStanding={lead.projectStanding}
          />
        }
      />
      <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
        <div className="grid grid-cols-1 gap-4">
          <LeadJudgement
            leadId={lead.id}
            heat={lead.heat}
            bant={lead.bant}
            changeHeat={changeHeat}
            setBantMark={setBantMark}
          />
        </div>
        <Card aria-labelledby="lead-facts" className="pb-2 lg:row-span-2">
          <CardHeader id="lead-facts" title={t("factsTitle")} />
          <LeadFacts lead={lead} />
        </Card>
        <LeadHistory events={lead.events} />
      </div>
    </div>
  );
}
