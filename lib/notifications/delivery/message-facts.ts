import type { MessageFacts } from "@/lib/notifications/channels/channel";
import type { NoticeRow } from "./answers";

/** What a notification says to programs: the same in every language. */
export const factsOf = (row: NoticeRow): MessageFacts => ({
  id: row.id,
  kind: typeof row.params.kind === "string" ? row.params.kind : row.type,
  category: row.category,
  priority: row.priority,
  occurredAt: row.occurred_at,
  projectId: row.project_id,
  leadId: row.lead_id,
});
