import { z } from "zod";
import { bantMarks } from "@/lib/vocabulary/bant";
import { channels } from "@/lib/leads/channel";
import { leadEventSchema } from "@/lib/leads/event";
import { heats } from "@/lib/vocabulary/heat";

/**
 * The answer of `get_dashboard_panels(project_id)`: the data of the eight widgets by the widget's settings key. Days
 * and weeks are those of UTC; instants are ISO strings; money is in the account's currency; durations in seconds.
 */
const count = z.number().int().nonnegative();
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

/**
 * `series`: for each of the last 13 weeks, oldest first, the count of the 30 days up to its end; the last is `value`.
 */
const trend = z.object({ value: count, previous: count, series: z.array(count) });

const replySlot = z.object({
  fromHour: z.number().int().min(0).max(22),
  medianSeconds: z.number().nonnegative(),
});

export const targetMetrics = ["leads", "qualified", "meetings", "revenue"] as const;

export const panelsSchema = z.object({
  at: instant,
  metrics: z.object({ leads: trend, qualified: trend, meetings: trend }),
  monthlyPerformance: z.array(z.object({ weekStart: day, leads: count, qualified: count })),
  leadsConversions: z.object({ leads: count, warm: count, qualified: count, meeting: count, won: count }),
  revenueChannel: z.array(
    z.object({ channel: z.enum(channels), value: z.number().nonnegative(), won: count }),
  ),
  pieCharts: z.record(z.enum(heats), count),
  recentActivity: z.array(leadEventSchema.and(z.object({ leadId: z.uuid(), leadName: z.string() }))),
  insights: z.object({
    burningWithoutMeeting: z.object({ leads: count, oldestAt: instant.nullable() }),
    wentCold: z.object({ leads: count, mostlyMissing: z.enum(bantMarks).nullable() }),
    replies: z.object({ fastest: replySlot, slowest: replySlot }).nullable(),
  }),
  performanceTargets: z.array(
    z.object({ metric: z.enum(targetMetrics), target: z.number().positive(), actual: z.number() }),
  ),
});

export type Panels = z.infer<typeof panelsSchema>;

export type Activity = Panels["recentActivity"][number];
