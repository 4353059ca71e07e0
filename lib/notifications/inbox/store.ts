import { markAnswer } from "@/lib/notifications/answers";
import type { ChangeMark, MarkAnswer } from "@/lib/notifications/notification";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import { inboxAnswer } from "./answers";
import type { InboxAnswer } from "./inbox-row";
import type { InboxQuery } from "./query";
import type { Facts } from "./told-words";

/**
 * `told`: what says the words of the search in the reader's language. `before`: only what has a lower seq. `open`: the id
 * of one that is read whatever the query says.
 */
export type InboxRead = {
  query: InboxQuery;
  told?: Record<string, Facts[]>;
  before?: number | undefined;
  size?: number | undefined;
  open?: string | undefined;
};

/** Reads and changes the page of a person's notifications with the rights of `client`. Throws refusals. */
export function createInboxStore(client: PersonClient) {
  return {
    /** One round trip, of one instant. */
    async read({ query, told, before, size, open }: InboxRead): Promise<InboxAnswer> {
      const { view, project, category, kind, channel, search } = query;
      const answer = await client.rpc("get_inbox", {
        view,
        ...(project && { project_id: project }),
        ...(category && { category }),
        ...(kind && { kind }),
        ...(channel && { channel }),
        ...(search && { search, told }),
        ...(before && { before_seq: before }),
        ...(size && { page_size: size }),
        ...(open && { open_id: open }),
      });
      return inboxAnswer.parse(dataOf(answer));
    },
    async change({ ids, change }: ChangeMark): Promise<MarkAnswer> {
      return markAnswer.parse(dataOf(await client.rpc("change_notifications", { ids, change })));
    },
  };
}
