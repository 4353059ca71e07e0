import { outgoingChannels, type OutgoingChannel } from "@/lib/vocabulary/channels";
import { z } from "zod";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import {
  destination,
  undeliveredAnswer,
  type NewDestination,
  type PersonDestination,
  type Undelivered,
  type Verified,
} from "./destination";

const refused = z.object({ refused: z.enum(["none", "old", "wrong"]) });

/** The destinations of the person whose rights `client` has. Throws refusals. */
export function createDestinationStore(client: PersonClient) {
  return {
    async list(): Promise<PersonDestination[]> {
      return z.array(destination).parse(dataOf(await client.rpc("list_destinations")));
    },
    /** Adding one again renews it. */
    async add(given: NewDestination): Promise<PersonDestination> {
      return destination.parse(dataOf(await client.rpc("add_destination", given)));
    },
    /** Another endpoint of the same browser: it keeps its name. */
    async renewPush(old: string | null, address: string, keys: { p256dh: string; auth: string }) {
      const given = { address, keys, ...(old !== null && { old_address: old }) };
      return destination.parse(dataOf(await client.rpc("renew_push_destination", given)));
    },
    /** The browser of that device has no subscription any more; whether one was known. */
    async dropPush(deviceId: string): Promise<boolean> {
      return z.boolean().parse(dataOf(await client.rpc("drop_push_destination", { device_id: deviceId })));
    },
    async remove(id: string): Promise<boolean> {
      return z.boolean().parse(dataOf(await client.rpc("remove_destination", { id })));
    },
    async pause(id: string, paused: boolean): Promise<PersonDestination> {
      return destination.parse(dataOf(await client.rpc("pause_destination", { id, paused })));
    },
    /** What could not be delivered in the projects that the person administers, the latest first; at most 50. */
    async undelivered(): Promise<Undelivered[]> {
      return undeliveredAnswer.parse(dataOf(await client.rpc("list_dead_deliveries")));
    },
    async resend(id: string): Promise<boolean> {
      return z.boolean().parse(dataOf(await client.rpc("resend_delivery", { id })));
    },
    async verify(id: string, code: string): Promise<Verified> {
      const answer = dataOf(await client.rpc("verify_destination", { id, code }));
      const failed = refused.safeParse(answer);
      if (failed.success) return { ok: false, why: failed.data.refused };
      return { ok: true, destination: destination.parse(answer) };
    },
  };
}

const taken = z.object({
  id: z.uuid(),
  channel: z.enum(outgoingChannels),
  address: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }).nullable(),
  verified_at: z.string().nullable(),
  disabled_reason: z.string().nullable(),
});

/** What the service alone may do, under the service role. Throws refusals. */
export function createPrivilegedDestinationStore(client: PersonClient) {
  return {
    /** The destination of that person with its keys, at the cost of one message; `codeHash` in hex: it verifies. */
    async take(userId: string, id: string, codeHash: string | null) {
      const given = { user_id: userId, id, ...(codeHash !== null && { code_hash: codeHash }) };
      return taken.parse(dataOf(await client.rpc("take_destination", given)));
    },
    async noteSent(id: string): Promise<boolean> {
      return z.boolean().parse(dataOf(await client.rpc("note_sent", { id })));
    },
    async disable(channel: OutgoingChannel, address: string, reason: string): Promise<number> {
      const given = { channel, address, reason };
      return z.number().parse(dataOf(await client.rpc("disable_destination", given)));
    },
  };
}
