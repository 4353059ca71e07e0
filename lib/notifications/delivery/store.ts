import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import type { Database } from "@/lib/supabase/database.types";
import { claimAnswer, unroutedAnswer, type Claim } from "./answers";
import type { DeliveryState } from "@/lib/vocabulary/delivery-states";
import type { Plan } from "./plan";
import type { Step } from "./verdict";

/** What became of a claimed row. `attempted`: a provider was asked. `disable`: why its destination is switched off. */
export type Result = {
  id: string;
  status: DeliveryState;
  reason: string;
  trace?: Step[];
  not_before?: string;
  bundle: string | null;
  provider_id?: string | null;
  attempted: boolean;
  disable?: string;
};

type Functions = Database["public"]["Functions"];
type Name =
  | "make_due_notifications"
  | "take_unrouted"
  | "store_plans"
  | "claim_deliveries"
  | "begin_deliveries"
  | "complete_deliveries"
  | "note_zone_version";

/** Calls a function of the database by its name; throws refusals. */
export type CallDatabase = <N extends Name>(name: N, given: Functions[N]["Args"]) => Promise<unknown>;

/** By the Data API, under the service role. */
export const callThrough =
  (client: PersonClient): CallDatabase =>
  async (name, given) =>
    dataOf(await client.rpc(name, given));

/** The queue of deliveries. Throws what `call` throws. */
export function createDeliveryStore(call: CallDatabase) {
  return {
    /** Makes what was planned ahead and is due now, such as reminders of meetings; answers how many. */
    async makeDue(): Promise<number> {
      return z.number().parse(await call("make_due_notifications", {}));
    },
    async takeUnrouted(most: number) {
      return unroutedAnswer.parse(await call("take_unrouted", { most }));
    },
    /** Answers how many notifications this call routed: another worker may have been first. */
    async storePlans(plans: Plan[]): Promise<number> {
      return z.number().parse(await call("store_plans", { plans }));
    },
    async claim(most: number, leaseSeconds: number): Promise<Claim> {
      return claimAnswer.parse(await call("claim_deliveries", { most, lease_seconds: leaseSeconds }));
    },
    /** Which of these rows may be sent at this moment: still under the lease, and nobody has changed their mind. */
    async begin(lease: string, ids: string[]): Promise<string[]> {
      return z.array(z.uuid()).parse(await call("begin_deliveries", { lease, ids }));
    },
    /** Answers how many rows were still under the lease. */
    async complete(lease: string, results: Result[]): Promise<number> {
      return z.number().parse(await call("complete_deliveries", { lease, results }));
    },
    /** Plans all that waits anew where this release of the zone table is another than the last one. */
    async noteZones(version: string): Promise<boolean> {
      return z.boolean().parse(await call("note_zone_version", { version }));
    },
  };
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;
