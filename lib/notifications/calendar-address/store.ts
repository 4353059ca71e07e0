import "server-only";
import { z } from "zod";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import type { CalendarLink } from "./link";

/** A program waits, and comes again in an hour. */
const timeoutMs = 8_000;

const kept = z.object({
  address: z
    .object({ version: z.number().int(), made_at: z.string(), fetched_at: z.string().nullable() })
    .nullable(),
});
/** The address that is good now: its version, since when, and when a program last read it. Null: there is none. */
export type KeptAddress = z.infer<typeof kept>["address"];

const calendar = z.object({
  /** The person's own row, for their language. */
  preferences: z.custom<JsonObject>((value) => isJsonObject(value), "not an object").nullable(),
  meetings: z.array(
    z.object({
      id: z.uuid(),
      lead_id: z.uuid(),
      lead_name: z.string(),
      project_name: z.string(),
      starts_at: z.string(),
      ends_at: z.string(),
      canceled: z.boolean(),
      sequence: z.number().int(),
    }),
  ),
});
export type ReadCalendar = z.infer<typeof calendar>;

/** The person's own address as it stands. Throws refusals. */
export const readAddress = async (client: PersonClient): Promise<KeptAddress> =>
  kept.parse(dataOf(await client.rpc("get_calendar_address"))).address;

/** Makes a new address, with which the old one ends, or ends it. Throws refusals. */
export const setAddress = async (client: PersonClient, wanted: boolean): Promise<KeptAddress> =>
  kept.parse(dataOf(await client.rpc("set_calendar_address", { wanted }))).address;

/**
 * What an address shows. With the secret key: a calendar program is not signed in. Throws refusals, `not_found` where it is no
 * longer good; without a secret key, an error.
 */
export async function readCalendar({ userId: person, version }: CalendarLink): Promise<ReadCalendar> {
  const admin = adminClient();
  if (!admin) throw new Error("SUPABASE_SECRET_KEY is not set: calendars cannot be read");
  const asked = admin.rpc("read_calendar", { person, version });
  return calendar.parse(dataOf(await asked.abortSignal(AbortSignal.timeout(timeoutMs))));
}
