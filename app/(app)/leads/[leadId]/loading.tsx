import { LeadSkeleton } from "@/components/leads/leads-skeleton";

export default function LeadLoading() {
  return <LeadSkeleton />;
}
