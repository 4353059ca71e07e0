import type { z } from "zod";
import type { Fault } from "@/lib/integrations/contract/duties";
import { historyAnswer } from "./answers";
import type { GraphApi } from "./graph";
import type { WhatsappStore } from "./store";
import type { Told } from "./told";

const fields = "message_id,events{delivery_status}";
/** Meta writes steps in capitals here, and in small letters when it tells of them. */
const steps = ["SENT", "DELIVERED", "READ", "PLAYED", "FAILED"];

type History = z.output<typeof historyAnswer>;
type Parts = Readonly<{
  api: Pick<GraphApi, "all">;
  store: Pick<WhatsappStore, "untold" | "workIn">;
  connectionId: string;
  number: string;
}>;

/**
 * Asks what became of messages of which nothing was told: our address may have been away while Meta told it. There are
 * no words in the answers. Answers the fault that stopped it; what has no history at Meta is passed over.
 */
export async function reconcile({ api, store, connectionId, number }: Parts): Promise<Fault | null> {
  const told: Told[] = [];
  let fault: Fault | null = null;
  for (const wamid of await store.untold(connectionId)) {
    const { found, fault: stopped } = await api.all(historyAnswer, `/${number}/message_history`, {
      message_id: wamid,
      fields,
    });
    told.push(...reportsOf(wamid, found));
    if (!stopped || stopped.fault === "gone" || stopped.fault === "refused") continue;
    fault = stopped;
    break;
  }
  if (told.length > 0) await store.workIn(connectionId, told);
  return fault;
}

function reportsOf(wamid: string, found: readonly History[]): Told[] {
  const known = found
    .filter(({ message_id }) => message_id === wamid)
    .flatMap(({ events }) => events.data.map(({ delivery_status }) => steps.indexOf(delivery_status)));
  const furthest = steps[Math.max(-1, ...known)];
  return furthest === undefined
    ? []
    : [{ what: "status", id: null, wamid, status: furthest.toLowerCase(), code: null }];
}
