import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import type { Json, JsonObject } from "@/lib/settings/json";
import { categories } from "@/lib/vocabulary/categories";
import { createOldTables, effectiveValue, personWith, type SectionName } from "./old-rows";
import { majorsOfThisRun, startBench, type Bench } from "./setup-database";
import { install } from "./setup-install";

type On = Readonly<{ section?: SectionName; row: JsonObject; channel: string; on: readonly string[] }>;

const allOf = (state: boolean) => ({
  leadUpdates: state,
  bantQualifications: state,
  calendlyBookings: state,
  heatProgressions: state,
  meetingReminders: state,
  systemAlerts: state,
  weeklyReports: state,
});
const all = [...categories];
const scheduled = (key: string, value: Json) => ({ notification_schedule: { [key]: value } });
const aboutMeetings = ["meetingReminders", "calendlyBookings"];
const aboutLeads = ["leadUpdates", "bantQualifications", "heatProgressions"];

/** What a row says, and the categories that are on in a channel after the set-up. */
const cases: readonly On[] = [
  { row: {}, channel: "email", on: all },
  { row: { email_notifications: true }, channel: "email", on: all },
  { row: { email_notifications: false }, channel: "email", on: [] },
  { row: { email_notifications: "false" }, channel: "email", on: [] },
  { row: { email_notifications: { enabled: false } }, channel: "email", on: [] },
  { row: { email_notifications: { ...allOf(true), enabled: false } }, channel: "email", on: [] },
  { row: { email_notifications: allOf(false) }, channel: "email", on: [] },
  { row: { email_notifications: { news: false, offers: false } }, channel: "email", on: [] },
  {
    row: { email_notifications: { ...allOf(true), heatProgressions: false } },
    channel: "email",
    on: ["leadUpdates", "meetingReminders", "bantQualifications", "calendlyBookings"],
  },
  // The other switches of such a document were shown as the program's, on.
  {
    row: { email_notifications: { heatProgressions: false } },
    channel: "email",
    on: ["leadUpdates", "meetingReminders", "bantQualifications", "calendlyBookings"],
  },
  { row: { email_notifications: { lead_updates: false } }, channel: "email", on: aboutMeetings },
  {
    row: { email_notifications: { enabled: true, frequency: "daily", types: ["leads"] } },
    channel: "email",
    on: aboutLeads,
  },
  { row: { email_notifications: { enabled: true, types: [] } }, channel: "email", on: [] },
  { row: scheduled("email_notifications", false), channel: "email", on: [] },
  { row: scheduled("lead_notifications", false), channel: "email", on: aboutMeetings },
  { row: { lead_updates: false }, channel: "email", on: aboutMeetings },
  { row: scheduled("meeting_notifications", false), channel: "email", on: aboutLeads },
  { row: scheduled("system_notifications", false), channel: "email", on: all },
  { section: "preferences", row: { notifications_enabled: false }, channel: "email", on: [] },
  { section: "preferences", row: { notifications_enabled: false }, channel: "in_app", on: all },

  { row: { push_notifications: false }, channel: "push", on: [] },
  { row: { push_notifications: { enabled: false, types: ["leads"] } }, channel: "push", on: [] },
  {
    row: { push_notifications: { leadUpdates: false, meetingReminders: false } },
    channel: "push",
    on: [],
  },
  { row: { push_notifications: true }, channel: "push", on: all },
  {
    row: { push_notifications: { enabled: true, types: ["meetings"] } },
    channel: "push",
    on: aboutMeetings,
  },

  { row: { sms_notifications: false }, channel: "sms", on: [] },
  {
    row: { sms_notifications: { leadUpdates: false, meetingReminders: true, urgentAlerts: true } },
    channel: "sms",
    on: ["meetingReminders"],
  },

  { row: scheduled("whatsapp_notifications", true), channel: "whatsapp", on: all },
  { row: scheduled("whatsapp_notifications", false), channel: "whatsapp", on: [] },
  { row: { whatsapp_notifications: true }, channel: "whatsapp", on: all },
  { row: { whatsapp_notifications: false }, channel: "whatsapp", on: [] },

  { row: scheduled("in_app_notifications", false), channel: "in_app", on: [] },
  { row: scheduled("lead_notifications", false), channel: "in_app", on: all },
];

/** How often, in a channel. */
const frequencies: readonly (readonly [row: JsonObject, channel: string, frequency: string])[] = [
  [{ email_notifications: { enabled: true, frequency: "daily" } }, "email", "daily"],
  [{ email_notifications: { enabled: true, frequency: "real-time" } }, "email", "immediate"],
  [scheduled("notification_frequency", "real-time"), "email", "immediate"],
  [scheduled("notification_frequency", "hourly"), "email", "hourly"],
  [scheduled("notification_frequency", "hourly"), "push", "hourly"],
];

describe.each(majorsOfThisRun)("on PostgreSQL %s, after the set-up, of a channel", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  const people = new Map<unknown, string>();
  beforeAll(async () => {
    bench = await startBench(major);
    database = await createOldTables(bench);
    for (const one of cases)
      people.set(one, await personWith(database.pool, one.section ?? "notifications", [one.row]));
    for (const one of frequencies)
      people.set(one, await personWith(database.pool, "notifications", [one[0]]));
    await install(database);
  });
  afterAll(() => bench.close());

  const read = (one: unknown, path: string) =>
    effectiveValue(database.pool, people.get(one) ?? "", `notifications.${path}`);

  it.each(cases.map((one) => [JSON.stringify(one.row), one.channel, one.on.join(", "), one] as const))(
    "for whom %s was stored, %s is on for: %s",
    async (_row, _channel, _on, one) => {
      const on: string[] = [];
      for (const category of categories)
        if ((await read(one, `${one.channel}_notifications.${category}`)) === true) on.push(category);
      expect(on.sort()).toEqual([...one.on].sort());
    },
  );

  it.each(frequencies.map((one) => [JSON.stringify(one[0]), one[1], one[2], one] as const))(
    "for whom %s was stored, %s comes %s",
    async (_row, channel, frequency, one) => {
      expect(await read(one, `${channel}_notifications.frequency`)).toBe(frequency);
    },
  );
});
