import { z } from "zod";
import type { Bant } from "@/lib/vocabulary/bant";
import { channels } from "@/lib/leads/channel";
import { leadEventSchema } from "@/lib/leads/event";
import { talkSchema } from "@/lib/leads/talk";
import { heats } from "@/lib/vocabulary/heat";
import { meetingAnswers } from "@/lib/vocabulary/meeting-answers";
import { statuses } from "@/lib/vocabulary/statuses";
import { subscriptionStates } from "@/lib/vocabulary/kept-away";

/** PostgreSQL and the APIs before it write instants and numerics differently: both are parsed into one form. */
const instant = z.coerce.date().transform((at) => at.toISOString());
const amount = z.coerce.number().nonnegative();

const row = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  name: z.string(),
  company: z.string().nullable(),
  channel: z.enum(channels),
  heat: z.enum(heats),
  bant_budget: z.boolean(),
  bant_authority: z.boolean(),
  bant_need: z.boolean(),
  bant_timeline: z.boolean(),
  status: z.enum(statuses),
  value: amount,
  created_at: instant,
  last_activity_at: instant,
});

type Marks = Pick<z.output<typeof row>, "bant_budget" | "bant_authority" | "bant_need" | "bant_timeline">;

const withBant = <Of extends Marks>({
  bant_budget,
  bant_authority,
  bant_need,
  bant_timeline,
  ...lead
}: Of) => ({
  ...lead,
  bant: {
    budget: bant_budget,
    authority: bant_authority,
    need: bant_need,
    timeline: bant_timeline,
  } satisfies Bant,
});

/** What comes next with a lead: a meeting that is agreed, or the time at which somebody has to write or call. */
const nextStep = z.object({ kind: z.enum(["meeting", "follow_up"]), at: instant }).nullable();

/** A lead in a list. `owner`: the name of whose lead it is, where the business records one. `value` is in the account's currency, instants are ISO strings in UTC. */
export const leadSummarySchema = row
  .extend({
    owner: z.string().nullable().default(null),
    next_step: nextStep.default(null),
    email: z.string().nullish(),
    phone: z.string().nullish(),
  })
  .transform(withBant);

export type LeadSummary = z.infer<typeof leadSummarySchema>;

/** How the person stands to the lead or its project; null: neither muted nor followed. `until`: as the database writes it. */
const standing = z.object({ state: z.enum(subscriptionStates), until: z.string().nullable() }).nullable();

export const leadDetailSchema = row
  .extend({
    email: z.string().nullable(),
    phone: z.string().nullable(),
    lead_events: z.array(leadEventSchema),
    meetings: z.array(
      z.object({
        id: z.uuid(),
        starts_at: instant,
        status: z.enum(["scheduled", "held", "canceled", "no_show"]),
        /** Of people in the project to its invitation, as the meeting stands now. */
        answers: z.array(z.object({ name: z.string(), answer: z.enum(meetingAnswers) })),
      }),
    ),
    talk: talkSchema,
    /** From which address the reader may write to it by mail, null without one, and whether it wants none. */
    mail: z.object({ from: z.string().nullable(), stopped: z.boolean() }),
    /** Whether the reader may write at it. */
    writes: z.boolean(),
    subscription: standing,
    project_subscription: standing,
  })
  .transform(({ lead_events, meetings, email, phone, subscription, project_subscription, ...lead }) => ({
    ...withBant(lead),
    email,
    phone,
    events: lead_events,
    meetings,
    standing: subscription,
    projectStanding: project_subscription,
  }));

/** A lead with its history and the newest of its conversation, each newest first, and how the person stands to it and to its project. */
export type LeadDetail = z.infer<typeof leadDetailSchema>;
