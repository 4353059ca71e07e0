import { array, boolean, nullable, object, string, uuid, type ValueOf } from "@/lib/schema";

/** Instants are ISO 8601. */
const stretch = object({ starts_at: string(), ends_at: string() });

/**
 * When the people who may write at a lead are busy, as far as is known here. `calendar`: whether bookings of a calendar come
 * in; without one only the invitations that they accepted are known.
 */
export const teamTimesSchema = array(
  object({
    id: uuid(),
    name: nullable(string()),
    me: boolean(),
    calendar: boolean(),
    busy: array(stretch),
  }),
);
export type TeamTimes = ValueOf<typeof teamTimesSchema>;
