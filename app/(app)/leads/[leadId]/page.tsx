import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as notes from "@/app/actions/lead-notes";
import { judgeLead, takeBackJudgement } from "@/app/actions/leads";
import * as replies from "@/app/actions/replies";
import { replyToLead } from "@/app/actions/whatsapp";
import { setSubscription } from "@/app/actions/subscriptions";
import { LeadScreen } from "@/components/leads/lead-screen";
import { LeadUnavailable } from "@/components/leads/lead-unavailable";
import { LeadWalk } from "@/components/leads/walk/lead-walk";
import { NothingHere } from "@/components/navigation/nothing-here";
import { readAsPerson } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import { bookableTypes } from "@/lib/integrations/contract/connection";
import { listConnections } from "@/lib/integrations/store";
import { loadShownChat } from "@/lib/integrations/whatsapp/chat/service";
import { loadLead } from "@/lib/leads/service";

type PageProps = { params: Promise<{ leadId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const lead = await loadLead((await params).leadId);
  return { title: lead.ok ? lead.value.name : (await getTranslations("leads"))("lead") };
}

export default async function LeadPage({ params }: PageProps) {
  const { leadId } = await params;
  const identity = await getIdentity();
  const [lead, connections, chat] = await Promise.all([
    loadLead(leadId),
    readAsPerson(listConnections),
    identity && !identity.expired ? loadShownChat(identity.userId, leadId) : null,
  ]);
  if (lead.ok && identity)
    return (
      <LeadScreen
        lead={lead.value}
        walk={<LeadWalk leadId={leadId} />}
        judge={judgeLead}
        takeBack={takeBackJudgement}
        talk={{ ...notes, ...replies, replyToLead }}
        chat={chat}
        types={bookableTypes(connections.ok ? connections.value : [])}
        follow={{ userId: identity.userId, setSubscription }}
      />
    );
  // A malformed id, a deleted lead and another client's lead look the same, so that no answer reveals what exists.
  return !lead.ok && lead.error.code === "unavailable" ? <LeadUnavailable /> : <NothingHere />;
}
