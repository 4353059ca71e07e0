import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LeadContacts } from "@/components/leads/lead-contacts";
import { LeadFacts } from "@/components/leads/lead-facts";
import { LeadHistory } from "@/components/leads/lead-history";
import { LeadJudgement } from "@/components/leads/lead-judgement";
import { LeadTalk } from "@/components/leads/talk/lead-talk";
import type { TalkActions } from "@/components/leads/talk/writing";
import type { LeadActions } from "@/components/leads/use-judgement";
import { PageName } from "@/components/navigation/page-name";
import { FollowButton } from "@/components/notifications/follow/follow-button";
import type { FollowPage } from "@/components/notifications/follow/use-follow";
import { PageHeader } from "@/components/ui/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import type { LeadDetail } from "@/lib/leads/lead";
import type { MeetingType } from "@/lib/integrations/contract/connection";
import type { ShownChat } from "@/lib/integrations/whatsapp/shown";

/** `walk`: the ways to the leads before and after. `chat`: null where nothing can be written by WhatsApp. `types`: what can be booked with the person. */
type LeadScreenProps = LeadActions & {
  lead: LeadDetail;
  follow: FollowPage;
  talk: TalkActions;
  walk: ReactNode;
  chat: ShownChat | null;
  types: readonly MeetingType[];
};

export function LeadScreen({ lead, follow, talk, walk, chat, types, ...actions }: LeadScreenProps) {
  const t = useTranslations("leads");
  const { heat, status, bant } = lead;
  const judged = {
    heat,
    status,
    bant_budget: bant.budget,
    bant_authority: bant.authority,
    bant_need: bant.need,
    bant_timeline: bant.timeline,
  };
  return (
    <div className="mx-auto max-w-page">
      <PageName name={lead.name} projectId={lead.project_id} />
      <div className="mb-2 flex min-h-9 justify-end empty:hidden print:hidden">{walk}</div>
      <PageHeader
        title={lead.name}
        description={lead.company && <span dir="auto">{lead.company}</span>}
        actions={
          <>
            <LeadContacts lead={lead} />
            <FollowButton
              page={follow}
              about={{ projectId: lead.project_id, leadId: lead.id }}
              standing={lead.standing}
              projectStanding={lead.projectStanding}
            />
          </>
        }
      />
      <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
        <div className="grid grid-cols-1 gap-4">
          <LeadJudgement leadId={lead.id} name={lead.name} judged={judged} {...actions} />
          <LeadTalk
            key={lead.id}
            userId={follow.userId}
            lead={lead}
            chat={chat}
            initial={lead.talk}
            writes={lead.writes}
            types={types}
            actions={talk}
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
