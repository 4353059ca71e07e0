import { z } from "zod";
import { bantMarks } from "@/lib/vocabulary/bant";
import { channels } from "@/lib/leads/channel";
import type { Asked } from "@/lib/leads/asked";
import { leadEventSchema } from "@/lib/leads/event";
import type { PanelName } from "@/lib/vocabulary/panels";
import type { BucketUnit } from "@/lib/leads/period";
import { heats } from "@/lib/vocabulary/heat";
import { targetMetrics } from "@/lib/vocabulary/targets";

const count = z.number().int().nonnegative();
const instant = z.iso.datetime({ offset: true });

/** `series`: the count of each bucket of the period. `previous`: of as much of as many days before it. */
const trend = z.object({ value: count, previous: count, series: z.array(count) });

const replySlot = z.object({
  fromHour: z.number().int().min(0).max(22),
  medianSeconds: z.number().nonnegative(),
  /** Of how many replies. */
  count,
});

/**
 * The answer of `get_dashboard_panels`: the data of each panel that was asked for. Leads
 * count by when they came, other figures by when they happened. Instants are ISO strings; money is in the account's
 * currency; durations in seconds; hours are those of the viewer's day.
 */
const panels = {
  metrics: z
    .object({
      leads: trend,
      qualified: trend,
      meetings: trend,
      /** The leads that came in the period: how many we have written to, are qualified, and have a meeting. */
      cohort: z.object({ leads: count, reached: count, qualified: count, met: count }),
      /** Those of them that are open. */
      heat: z.record(z.enum(heats), count),
    })
    .optional(),
  /** A row for each bucket of the period. */
  monthlyPerformance: z.array(z.object({ leads: count, qualified: count })).optional(),
  leadsConversions: z
    .object({ leads: count, warm: count, qualified: count, meeting: count, won: count })
    .optional(),
  /**
   * `recorded`: somebody has written down what a lead is worth. `series`: the deals of each bucket; `heat`: its open leads
   * and meetings.
   */
  revenueChannel: z
    .object({
      recorded: z.boolean(),
      channels: z.array(z.object({ channel: z.enum(channels), value: z.number().nonnegative(), won: count })),
      series: z.array(z.object({ value: z.number().nonnegative(), won: count })),
      heat: z.array(z.object({ cold: count, warm: count, hot: count, burning: count, meetings: count })),
    })
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
      /** `missing`: by the first BANT mark that each lacks. */
      wentCold: z.object({ leads: count, missing: z.record(z.enum([...bantMarks, "none"]), count) }),
      replies: z.object({ fastest: replySlot, slowest: replySlot }).nullable(),
    })
    .optional(),
  /** Of the present month, whatever the period is. */
  performanceTargets: z
    .object({
      /** The person leads the project, and may set its targets. */
      mayEdit: z.boolean(),
      metrics: z.array(
        z.object({
          metric: z.enum(targetMetrics),
          /** The project's; null: none is set. */
          target: z.number().positive().nullable(),
          actual: z.number(),
        }),
      ),
    })
    .optional(),
} satisfies Record<PanelName, z.ZodType>;

export const panelsSchema = z.object({ at: instant, ...panels });

type Counted = z.infer<typeof panelsSchema>;
/** The data of one panel, once it is there. */
export type Panel<Name extends PanelName> = NonNullable<Counted[Name]>;

/** From an instant on and before another. ISO strings. */
export type Span = { from: string; to: string };

/**
 * `period`: what the figures are of. `starts`: where each bucket begins; `ends`: where the last one does. ISO strings.
 * `previous`: what they are compared with. `month`: the present one.
 */
export type PanelsOf = Counted & {
  period: { days: number; unit: BucketUnit; starts: string[]; ends: string; previous: Span; month: Span };
};

/** What a dashboard asked for: `own`: the panels over days of their own. */
export type Panels = PanelsOf & { asked: Asked; own: Partial<Record<PanelName, PanelsOf>> };

export type Activity = Panel<"recentActivity">[number];
