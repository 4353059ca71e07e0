import { z } from "zod";
import { bantMarks } from "@/lib/vocabulary/bant";
import { channels } from "@/lib/leads/channel";
import type { Asked } from "@/lib/leads/asked";
import { leadEventSchema } from "@/lib/leads/event";
import type { PanelName } from "@/lib/vocabulary/panels";
import type { BucketUnit } from "@/lib/leads/period";
import { heats } from "@/lib/vocabulary/heat";

const count = z.number().int().nonnegative();
const instant = z.iso.datetime({ offset: true });

/** `series`: the count of each bucket of the period. `previous`: of as many days before it. */
const trend = z.object({ value: count, previous: count, series: z.array(count) });

const replySlot = z.object({
  fromHour: z.number().int().min(0).max(22),
  medianSeconds: z.number().nonnegative(),
});

export const targetMetrics = ["leads", "qualified", "meetings", "revenue"] as const;

/**
 * The answer of `get_dashboard_panels`: the data of each panel that was asked for. Leads
 * count by when they came, other figures by when they happened. Instants are ISO strings; money is in the account's
 * currency; durations in seconds; hours are those of the viewer's day.
 */
const panels = {
  metrics: z.object({ leads: trend, qualified: trend, meetings: trend }).optional(),
  /** A row for each bucket of the period. */
  monthlyPerformance: z.array(z.object({ leads: count, qualified: count })).optional(),
  leadsConversions: z
    .object({ leads: count, warm: count, qualified: count, meeting: count, won: count })
    .optional(),
  revenueChannel: z
    .array(z.object({ channel: z.enum(channels), value: z.number().nonnegative(), won: count }))
    .optional(),
  /** Open leads by heat, and how many of them have each BANT mark. */
  pieCharts: z
    .object({ heat: z.record(z.enum(heats), count), bant: z.record(z.enum(bantMarks), count) })
    .optional(),
  recentActivity: z
    .array(leadEventSchema.and(z.object({ leadId: z.uuid(), leadName: z.string() })))
    .optional(),
  insights: z
    .object({
      /** All that came in the period. */
      leads: count,
      /** Those that turned burning in the period. `oldestAt`: to the quarter of an hour. */
      burningWithoutMeeting: z.object({ leads: count, oldestAt: instant.nullable() }),
      wentCold: z.object({ leads: count, mostlyMissing: z.enum(bantMarks).nullable() }),
      replies: z.object({ fastest: replySlot, slowest: replySlot }).nullable(),
    })
    .optional(),
  /** Of the present month, whatever the period is. */
  performanceTargets: z
    .array(z.object({ metric: z.enum(targetMetrics), target: z.number().positive(), actual: z.number() }))
    .optional(),
} satisfies Record<PanelName, z.ZodType>;

export const panelsSchema = z.object({ at: instant, ...panels });

type Counted = z.infer<typeof panelsSchema>;
/** The data of one panel, once it is there. */
export type Panel<Name extends PanelName> = NonNullable<Counted[Name]>;

/** `period`: what the figures are of. `starts`: where each bucket begins; `ends`: where the last one does. ISO strings. */
export type Panels = Counted & {
  asked: Asked;
  period: { days: number; unit: BucketUnit; starts: string[]; ends: string };
};

export type Activity = Panel<"recentActivity">[number];
