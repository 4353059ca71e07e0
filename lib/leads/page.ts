import { z } from "zod";
import { leadSummarySchema } from "./lead";

/** PostgreSQL's text with microseconds, which a `Date` would lose: leads between two milliseconds would be left out. */
const cursor = z.object({
  at: z.iso.datetime({ offset: true }),
  id: z.uuid(),
  key: z.string().max(200).nullable().default(null),
});

/** Where a page of leads ended: of its last, the time and, where the order has one, the word or sum, and the id. */
export type LeadCursor = z.infer<typeof cursor>;

/** A page of leads in the order that was asked for. `next`: where the page that follows begins; null after the last. */
export const leadPageSchema = z.object({ leads: leadSummarySchema.array(), next: cursor.nullable() });
export type LeadPage = z.infer<typeof leadPageSchema>;

/** A cursor as it stands in an address. */
export const writeCursor = ({ at, id, key }: LeadCursor): string =>
  [at, id, ...(key === null ? [] : [key])].join("_");

/** The cursor in an address; null for any other text, which begins at the first lead. */
export function readCursor(text: string | string[] | undefined): LeadCursor | null {
  const [at, id, ...rest] = typeof text === "string" ? text.split("_") : [];
  const key = rest.length > 0 ? rest.join("_") : null;
  return cursor.safeParse({ at, id, key }).data ?? null;
}

const many = z.number().int().nonnegative();

/** How many leads a list has of each heat. `more`: there are more than were counted. */
export const leadCountsSchema = z
  .object({
    heats: z.object({ cold: many, warm: many, hot: many, burning: many }).partial(),
    more: z.boolean(),
  })
  .transform(({ heats: { cold = 0, warm = 0, hot = 0, burning = 0 }, more }) => ({
    heats: { cold, warm, hot, burning },
    all: cold + warm + hot + burning,
    more,
  }));
export type LeadCounts = z.infer<typeof leadCountsSchema>;
