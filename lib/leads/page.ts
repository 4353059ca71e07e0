import { z } from "zod";
import type { LeadCursor } from "./cursor";
import { heats } from "@/lib/vocabulary/heat";
import { leadSummarySchema } from "./lead";

const cursor: z.ZodType<LeadCursor> = z.object({
  at: z.iso.datetime({ offset: true }),
  id: z.uuid(),
  key: z.string().max(200).nullable().default(null),
});

/** A page of leads in the order that was asked for. `next`: where the page that follows begins; null after the last. */
export const leadPageSchema = z.object({ leads: leadSummarySchema.array(), next: cursor.nullable() });
export type LeadPage = z.infer<typeof leadPageSchema>;

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

/** Leads as a search over all projects names them. */
export const foundLeadsSchema = z
  .object({
    id: z.uuid(),
    project_id: z.uuid(),
    name: z.string(),
    company: z.string().nullable(),
    heat: z.enum(heats),
  })
  .array();
export type FoundLead = z.infer<typeof foundLeadsSchema>[number];
