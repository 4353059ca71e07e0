"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { addressOf } from "@/lib/notifications/calendar-address/service";
import { setAddress } from "@/lib/notifications/calendar-address/store";

const input = z.strictObject({ userId: z.uuid(), wanted: z.boolean() });

/** Makes a new address of the person's meetings, with which the old one ends, or ends it; answers the one that is good. */
export async function setCalendarAddress(raw: unknown) {
  return action(input, async ({ input: { wanted }, identity, client }) => ({
    address: addressOf(await setAddress(client, wanted), identity.userId),
  }))(raw);
}
