import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeLeadHeat, setBantMark } from "@/app/actions/leads";
import { LeadScreen } from "@/components/leads/lead-screen";
import { LeadUnavailable } from "@/components/leads/lead-unavailable";
import { loadLead } from "@/lib/leads/service";

type PageProps = { params: Promise<{ leadId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("lead") };
}

export default async function LeadPage({ params }: PageProps) {
  const { leadId } = await params;
  const lead = await loadLead(leadId);
  if (lead.ok) return <LeadScreen lead={lead.value} changeHeat={changeLeadHeat} setBantMark={setBantMark} />;
  // An address that is no id, a lead that is gone and a lead of others look the same: nothing tells which exists.
  if (lead.error.code !== "unavailable") notFound();
  return <LeadUnavailable />;
}
