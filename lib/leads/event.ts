import { z } from "zod";
import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import { statuses } from "@/lib/vocabulary/statuses";

/** Who did it; none: no person, but the chat. `name`: null where they have left. `me`: the reader. */
const actor = z.object({ name: z.string().nullable(), me: z.boolean() }).nullish();

const base = { id: z.number().int(), at: z.iso.datetime({ offset: true }), actor };
const heat = z.enum(heats);
const status = z.enum(statuses);
const mark = z.partialRecord(z.enum(bantMarks), z.boolean());

/** A row of `lead_events`. A bant event changes one mark. */
export const leadEventSchema = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("heat"), before: heat, after: heat }),
  z.object({ ...base, kind: z.literal("status"), before: status, after: status }),
  z.object({ ...base, kind: z.literal("bant"), before: mark, after: mark }),
  z.object({ ...base, kind: z.enum(["created", "message", "meeting"]) }),
]);

export type LeadEvent = z.infer<typeof leadEventSchema>;
