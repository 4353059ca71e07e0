import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/settings/json";
import { useOldApp } from "./ovenai/old-app";
import { majorsOfThisRun } from "./setup-database";

const lead = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";
const plain = { title: "t", message: "m" };

/** What a service of theirs inserts, and what is stored. */
const notices: readonly (readonly [what: string, row: JsonObject, stored: JsonObject])[] = [
  [
    "of an event is of its category, as urgent as it says, about its lead, its metadata whole",
    {
      ...plain,
      type: "success",
      metadata: {
        event_type: "heat_progression",
        priority: "high",
        leadId: lead,
        leadData: { phone: "050" },
      },
    },
    {
      type: "success",
      category: "heatProgressions",
      priority: "high",
      lead_id: lead,
      metadata: {
        event_type: "heat_progression",
        priority: "high",
        leadId: lead,
        leadData: { phone: "050" },
      },
    },
  ],
  [
    "that links to a lead in its list keeps the link and is about the lead",
    { ...plain, type: "lead", action_url: `/leads?highlight=${lead}` },
    { category: "leadUpdates", action_url: `/leads?highlight=${lead}`, lead_id: lead },
  ],
  [
    "that links out of the app, or names a person in the link, loses the link",
    { ...plain, action_url: "https://elsewhere.test/" },
    { action_url: null },
  ],
  [
    "that links to what we do not have loses the link",
    { ...plain, action_url: "/messages?phone=050" },
    { action_url: null },
  ],
  [
    "of nulls has what a notification needs",
    { ...plain, type: null, read: null, metadata: null, created_at: null },
    { type: "info", read: false, metadata: {}, priority: "normal", category: "leadUpdates" },
  ],
  ["without a title is called by its text", { title: "", message: "m" }, { title: "m", message: "m" }],
  ["of metadata that are no document has none", { ...plain, metadata: ["x"] }, { metadata: {} }],
  [
    "that was read is read, at its time",
    { ...plain, read: true, created_at: "2026-02-01T08:00:00Z" },
    { read: true, created_at: "2026-02-01T08:00:00+00:00", occurred_at: "2026-02-01T08:00:00+00:00" },
  ],
];

describe.each(majorsOfThisRun)("on PostgreSQL %s, a notification of a program of OvenAI", (major) => {
  const { client, person, one } = useOldApp(major);

  it.each(notices)("%s", async (_what, row, stored) => {
    await client().query("set local role service_role");
    await client().query("set local timezone = 'UTC'");
    const columns = ["user_id", ...Object.keys(row)].join(", ");
    const made = await one<{ it: JsonObject }>(
      `insert into public.notifications as n (${columns})
       select ${columns} from jsonb_populate_record(null::public.notifications, $1) returning to_jsonb(n) as it`,
      [JSON.stringify({ user_id: person(), ...row })],
    );
    expect(made?.it).toMatchObject(stored);
  });
});
