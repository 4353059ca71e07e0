import { LeadsSkeleton } from "@/components/leads/leads-skeleton";

export default function LeadsLoading() {
  return <LeadsSkeleton />;
}
