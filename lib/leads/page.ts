import { z } from "zod";
import { leadSummarySchema } from "./lead";

/** PostgreSQL's text with microseconds, which a `Date` would lose: leads between two milliseconds would be left out. */
const cursor = z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() });

/** Where a page of leads ended: the activity and id of its last. */
export type LeadCursor = z.infer<typeof cursor>;

/** A page of leads, newest activity first. `next`: where the page that follows begins; null after the last. */
export const leadPageSchema = z.object({ leads: leadSummarySchema.array(), next: cursor.nullable() });
export type LeadPage = z.infer<typeof leadPageSchema>;

/** A cursor as it stands in an address. */
export const writeCursor = ({ at, id }: LeadCursor): string => `${at}_${id}`;

/** The cursor in an address; null for any other text, which begins at the newest lead. */
export function readCursor(text: string | string[] | undefined): LeadCursor | null {
  const [at, id] = typeof text === "string" ? text.split("_") : [];
  return cursor.safeParse({ at, id }).data ?? null;
}
