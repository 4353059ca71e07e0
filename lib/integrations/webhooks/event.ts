import type { AppMessage } from "@/lib/integrations/contract/app-message";

/**
 * What is posted: the same bytes at every attempt. `data.notifications` has one entry, or several that waited for the same
 * hour; a notification that was told before in another bundle has the same `id`.
 */
export function eventOf({ items }: AppMessage): string {
  const notifications = items.map(({ title, text, url, project, facts }) => ({
    id: facts.id,
    kind: facts.kind,
    category: facts.category,
    priority: facts.priority,
    occurred_at: facts.occurredAt,
    project: facts.projectId === null ? null : { id: facts.projectId, name: project },
    lead_id: facts.leadId,
    title,
    text,
    url,
  }));
  const timestamp = notifications
    .map(({ occurred_at }) => occurred_at)
    .sort()
    .at(-1);
  return JSON.stringify({ type: "notifications", timestamp, data: { notifications } });
}
