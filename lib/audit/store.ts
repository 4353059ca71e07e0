import "server-only";
import { dataOf } from "@/lib/supabase/refusal";
import type { SessionClient } from "@/lib/supabase/session";
import { activityPageSchema, restorationSchema, type ActivityPage, type Restoration } from "./event";
import type { ActivityFilter } from "./filter";

/** What fills a screen twice; a page's cost is that of its rows. */
export const pageSize = 50;

/** Reads the record of one signed-in person's settings. Refusals are thrown. */
export function createAuditStore(client: SessionClient) {
  /** Newest first; `before`: only what is older than the event of that id. */
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

  /** What has to be set so that all is again as it was right after `moment` (ISO). */
  async function asOf(moment: string): Promise<Restoration> {
    return restorationSchema.parse(dataOf(await client.rpc("get_settings_as_of", { moment })));
  }

  return { events, asOf };
}
