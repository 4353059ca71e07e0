import fc from "fast-check";
import type { Situation, Subscription, Wishes } from "@/lib/notifications/delivery/situation";
import type { Meeting } from "@/lib/notifications/meetings";
import type { Schedule } from "@/lib/notifications/schedule/schedule";
import { isoOf } from "@/lib/time/wall-time";
import { priorities } from "@/lib/vocabulary/categories";
import { heats } from "@/lib/vocabulary/heat";
import { anyInstant, anySchedule, clockTime, instantNear, minuteMs, monthMs } from "./any-schedule";

/** Situations of delivery: one in which everything lets the notification pass, and any at all. */

const week = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: true };
const openSchedule: Schedule = {
  timezone: "UTC",
  workingHours: { start: "00:00", end: "23:59", days: week },
  quietHours: { enabled: false, start: "22:00", end: "08:00" },
  pausedUntil: "never",
};

type Given = {
  [Part in keyof Situation]?: Situation[Part] extends readonly unknown[]
    ? Situation[Part]
    : Partial<Situation[Part]>;
};

/** A Wednesday, and a notification of two hours before. */
export const noon = "2026-12-02T12:00:00Z";

/** A notification that goes out by e-mail at noon, but for what is given. */
export function situationWith({
  notice,
  wishes,
  place,
  ...rest
}: Given & { place?: Given["place"] | null } = {}) {
  const usual: Situation = {
    notice: {
      id: "notice",
      category: "heatProgressions",
      priority: "normal",
      heat: "hot",
      projectId: "project",
      leadId: "lead",
      occurredAt: "2026-12-02T10:00:00Z",
      expiresAt: null,
      seenAt: null,
      dealtWithAt: null,
      collapsedAt: null,
      unwanted: null,
      mandatory: false,
    },
    channel: "email",
    configured: true,
    place: { id: "place", verified: true, disabled: null, windowUntil: null },
    mayRead: true,
    wishes: wishesWith({}),
    subscriptions: [],
    meetings: [],
    interruptions: [],
  };
  const given: Situation = {
    ...usual,
    ...rest,
    notice: { ...usual.notice, ...notice },
    wishes: wishesWith(wishes ?? {}),
    place: place === null || usual.place === null ? null : { ...usual.place, ...place },
  };
  return given;
}

const wishesWith = (wishes: Partial<Wishes>): Wishes => ({
  on: true,
  minimumHeat: "cold",
  frequency: "immediate",
  digest: { time: "09:00", day: 1 },
  schedule: openSchedule,
  urgentPasses: false,
  waitsInMeetings: false,
  interruptionsPerHour: null,
  escalationMinutes: null,
  ...wishes,
});

/** The schedule that is always open, but for what is given. */
export const scheduleWith = (given: Partial<Schedule>): Schedule => ({ ...openSchedule, ...given });

/** Mostly the usual, one time in `oneIn` something else. */
const mostly = <T, U>(usual: T, other: fc.Arbitrary<U>, oneIn = 12): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const anyChannel = fc.constantFrom("email", "push", "sms", "whatsapp");

const anyWishes = (near: string): fc.Arbitrary<Wishes> =>
  fc.record({
    on: mostly(true, fc.constant(false)),
    minimumHeat: fc.constantFrom(...heats),
    frequency: fc.constantFrom("immediate", "hourly", "daily", "weekly"),
    digest: fc.record({ time: clockTime, day: fc.nat(6) }),
    schedule: anySchedule(near),
    urgentPasses: fc.boolean(),
    waitsInMeetings: fc.boolean(),
    interruptionsPerHour: fc.option(fc.integer({ min: 1, max: 5 })),
    escalationMinutes: fc.option(fc.integer({ min: 1, max: 120 })),
  });

const anySubscription = (near: string): fc.Arbitrary<Subscription> =>
  fc.record({
    projectId: fc.constantFrom("project", "other"),
    leadId: fc.constantFrom(null, "lead", "other"),
    state: fc.constantFrom("muted", "followed"),
    until: fc.option(instantNear(near)),
  });

/** A meeting of up to two hours, within a few hours of an instant. */
const anyMeeting = (near: string): fc.Arbitrary<Meeting> =>
  fc.tuple(fc.integer({ min: -240, max: 480 }), fc.integer({ min: 1, max: 120 })).map(([from, lasts]) => {
    const starts = Date.parse(near) + from * minuteMs;
    return { starts_at: isoOf(starts), ends_at: isoOf(starts + lasts * minuteMs) };
  });

/** Any situation, with the instant at which it is asked about. What happened, happened before. */
export const anySituation: fc.Arbitrary<{ situation: Situation; now: string }> = anyInstant.chain((now) => {
  const before = fc
    .oneof(fc.nat(900), fc.nat(monthMs / 1_000))
    .map((seconds) => new Date(Date.parse(now) - seconds * 1_000).toISOString());
  return fc.record({
    now: fc.constant(now),
    situation: fc.record({
      notice: fc.record({
        id: fc.constant("notice"),
        category: fc.constant("heatProgressions"),
        priority: fc.constantFrom(...priorities),
        heat: fc.option(fc.constantFrom(...heats)),
        projectId: fc.option(fc.constant("project"), { freq: 8 }),
        leadId: fc.option(fc.constant("lead"), { freq: 8 }),
        occurredAt: before,
        expiresAt: mostly(null, instantNear(now), 4),
        seenAt: mostly(null, before, 4),
        dealtWithAt: mostly(null, before),
        collapsedAt: fc.constant(null),
        unwanted: mostly(null, fc.constant("bookings")),
        mandatory: mostly(false, fc.constant(true)),
      }),
      channel: anyChannel,
      configured: mostly(true, fc.constant(false)),
      place: fc.option(
        fc.record({
          id: fc.constant("place"),
          verified: mostly(true, fc.constant(false)),
          disabled: mostly(null, fc.constant("bounced")),
          windowUntil: fc.option(instantNear(now)),
        }),
        { freq: 12 },
      ),
      mayRead: mostly(true, fc.constant(false)),
      wishes: anyWishes(now),
      subscriptions: fc.array(anySubscription(now), { maxLength: 2 }),
      meetings: fc.array(anyMeeting(now), { maxLength: 5 }),
      interruptions: fc
        .array(fc.nat(5_400), { maxLength: 8 })
        .map((ago) => ago.sort((one, other) => other - one))
        .map((ago) =>
          ago.map((seconds, index) => ({
            at: new Date(Date.parse(now) - seconds * 1_000).toISOString(),
            of: index === 0 ? "notice" : `earlier ${index % 5}`,
          })),
        ),
    }),
  });
});
