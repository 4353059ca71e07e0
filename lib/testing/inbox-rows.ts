import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { emptyRow } from "./fake-notification-server";

export const emptyInboxRow: InboxRow = {
  ...emptyRow,
  archived_at: null,
  snoozed_until: null,
  actor_id: null,
  project_name: null,
  kept_away: null,
};
