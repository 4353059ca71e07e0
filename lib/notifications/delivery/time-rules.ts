import { meetingOn } from "@/lib/notifications/meetings";
import {
  nextChange,
  stateAt,
  type Schedule,
  type ScheduleState,
} from "@/lib/notifications/schedule/schedule";
import { isoOf } from "@/lib/time/wall-time";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Situation } from "./situation";
import type { Verdict } from "./verdict";

/** When it may interrupt. Every instant is the first at which the rule would let it pass if nothing else changed. */

const pass: Verdict = { outcome: "pass" };
const minuteMs = 60_000;

/** Channels that make a sound in a pocket. An e-mail waits in its box until somebody looks, and what an app is told there. */
export const interrupts = (channel: OutgoingChannel): boolean => channel !== "email" && channel !== "apps";

/** The state last asked of a schedule: two rules ask it on each channel of a person, at one instant. */
const asked = new WeakMap<Schedule, Readonly<{ at: string; state: ScheduleState }>>();

function stateNow(schedule: Schedule, at: string): ScheduleState {
  const known = asked.get(schedule);
  if (known?.at === at) return known.state;
  const state = stateAt(schedule, at);
  asked.set(schedule, { at, state });
  return state;
}

/** In quiet hours nothing goes out but what is urgent, where the person lets it. */
export const quiet = ({ notice, wishes: { schedule, urgentPasses } }: Situation, now: string): Verdict => {
  if (stateNow(schedule, now) !== "quiet") return pass;
  const { start, end } = schedule.quietHours;
  if (notice.priority === "urgent" && urgentPasses)
    return { outcome: "pass", inputs: { start, end, urgent: true } };
  return holdUntil(schedule, now, (state) => state !== "quiet", { start, end });
};

/** Outside working hours e-mail and apps flow; what makes a sound waits unless its priority is high. */
export const workingHours = ({ notice, channel, wishes: { schedule } }: Situation, now: string): Verdict => {
  if (!interrupts(channel) || stateNow(schedule, now) !== "off-hours") return pass;
  const { start, end } = schedule.workingHours;
  if (notice.priority === "high" || notice.priority === "urgent")
    return { outcome: "pass", inputs: { start, end, priority: notice.priority } };
  return holdUntil(schedule, now, (state) => state === "open", { start, end });
};

/**
 * What makes a sound waits until a meeting is over. What would be too late by then does not, such as the reminder of the
 * next meeting, nor does what is urgent.
 */
export const meeting = ({ notice, channel, wishes, meetings }: Situation, now: string): Verdict => {
  const on = wishes.waitsInMeetings && interrupts(channel) ? meetingOn(meetings, now) : null;
  if (on === null) return pass;
  if (notice.priority === "urgent") return { outcome: "pass", inputs: { ends: on.ends_at, urgent: true } };
  if (notice.expiresAt !== null && Date.parse(notice.expiresAt) <= Date.parse(on.ends_at))
    return { outcome: "pass", inputs: { ends: on.ends_at, expires: notice.expiresAt } };
  return { outcome: "hold", until: on.ends_at, bundle: "away", inputs: { starts: on.starts_at } };
};

/** Seconds in which the person may read it in the app, so that it need not follow them. What is urgent does not wait. */
const graceSeconds = { email: 120, push: 30, sms: 0, whatsapp: 0, apps: 0 } as const;

export const grace = ({ notice, channel }: Situation, now: string): Verdict => {
  const seconds = notice.priority === "urgent" ? 0 : graceSeconds[channel];
  const end = Date.parse(notice.occurredAt) + seconds * 1_000;
  if (notice.mandatory || end <= Date.parse(now)) return pass;
  return { outcome: "hold", until: isoOf(end), bundle: null, inputs: { seconds } };
};

/** Text messages that the person asked for only if they have not seen it elsewhere by then. */
export const escalation = ({ notice, wishes: { escalationMinutes } }: Situation, now: string): Verdict => {
  if (escalationMinutes === null) return pass;
  const inputs = { minutes: escalationMinutes };
  if (notice.seenAt !== null) return { outcome: "suppress", reason: "seen", inputs };
  const due = Date.parse(notice.occurredAt) + escalationMinutes * minuteMs;
  if (due <= Date.parse(now)) return { outcome: "pass", inputs };
  return { outcome: "hold", until: isoOf(due), bundle: null, inputs };
};

/**
 * At most so many interruptions within any hour; what is over goes out together when the first of them is an hour ago. A
 * notification that comes on several channels or devices is one interruption, and is not held by itself.
 */
export const budget = (situation: Situation, now: string): Verdict => {
  const { notice, channel, wishes, interruptions } = situation;
  const most = wishes.interruptionsPerHour;
  if (most === null || !interrupts(channel) || notice.priority === "urgent") return pass;
  const hourAgo = Date.parse(now) - 60 * minuteMs;
  const others = interruptions.filter(({ at, of }) => of !== notice.id && Date.parse(at) > hourAgo);
  const recent = others.filter(({ of }, index) => others.findIndex((other) => other.of === of) === index);
  const first = recent.at(-most)?.at;
  if (recent.length < most || first === undefined) return pass;
  const until = isoOf(Date.parse(first) + 60 * minuteMs);
  return { outcome: "hold", until, bundle: "away", inputs: { most } };
};

/**
 * Holds until the schedule is in a state that `lets` it pass. A schedule that never gets there is refused when it is
 * saved; where one is stored all the same, nothing is held for ever: it passes, and says so.
 */
function holdUntil(
  schedule: Schedule,
  now: string,
  lets: (state: ScheduleState) => boolean,
  inputs: Record<string, string>,
): Verdict {
  let at: string | null = now;
  // A schedule of 32 days has fewer than four changes a day.
  for (let changes = 0; changes < 128; changes += 1) {
    at = nextChange(schedule, at);
    if (at === null) break;
    if (lets(stateAt(schedule, at))) return { outcome: "hold", until: at, bundle: "away", inputs };
  }
  return { outcome: "pass", inputs: { ...inputs, neverOpens: true } };
}
