import "server-only";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { activityPageSchema, restorationSchema, type ActivityPage, type Restoration } from "./event";
import type { ActivityFilter } from "./filter";

/** Two screens full: the cost of a page is that of its rows. */
export const pageSize = 50;

/** Reads the record of one person's settings with their rights. Throws refusals. */
export function createAuditStore(client: PersonClient) {
  /** Newest first; `before`: only events older than the event with that id. */
  async function events(filter: ActivityFilter, before?: number): Promise<ActivityPage> {
    const answer = await client.rpc("get_settings_events", {
      before_id: before,
      sections: filter.section ? [filter.section] : undefined,
      sources: filter.source ? [filter.source] : undefined,
      path_prefix: filter.setting,
      page_size: pageSize,
    });
    return activityPageSchema.parse(dataOf(answer));
  }

  /** Changes that bring the settings back to their values right after `moment` (ISO). */
  async function asOf(moment: string): Promise<Restoration> {
    return restorationSchema.parse(dataOf(await client.rpc("get_settings_as_of", { moment })));
  }

  return { events, asOf };
}
