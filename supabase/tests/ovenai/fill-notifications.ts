import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { insertRow } from "../older-documents";
import type { Clients } from "./fill-tenancy";
import type { Leads } from "./fill-leads";
import type { People } from "./people";
import { metadataCategories, metadataPriorities, typeOfEvent } from "./words";

/** Links of all kinds, two of which name a person. */
export const linksTo = (leads: Leads): string[] => [
  "/dashboard",
  "/leads",
  `/leads?highlight=${leads.first}`,
  `/leads/${leads.booked}`,
  "/leads?search=noa@leads.test",
  "/messages",
  "/messages?phone=050-234-5678",
  `/messages/${leads.first}`,
  "/calendar",
  "/calendar?event=evt-1",
  "/settings",
  "/settings/integrations",
  "/settings?tab=integrations",
  "/reports",
];

/** The owner has one of every event, link, category and priority; the member a few of before there was metadata. */
export async function fillNotifications(
  pool: pg.Pool,
  people: People,
  clients: Clients,
  leads: Leads,
): Promise<void> {
  const links = linksTo(leads);
  for (const [n, [event, type]] of Object.entries(typeOfEvent).entries())
    await insertRow(pool, "notifications", {
      user_id: people.owner,
      client_id: n % 3 === 0 ? null : clients.estates,
      title: event,
      message: `הודעה על ${event}`,
      type,
      read: n % 4 === 0,
      action_url: links[n % links.length] ?? null,
      metadata: {
        event_type: event,
        category: metadataCategories[n % metadataCategories.length] ?? null,
        priority: metadataPriorities[n % metadataPriorities.length] ?? null,
        timestamp: "2026-02-01T08:00:00Z",
        ...details(n, leads),
      },
      created_at: `2026-02-01T08:${String(10 + n)}:00Z`,
      updated_at: `2026-02-01T08:${String(10 + n)}:00Z`,
    });
  for (const row of plain(people)) await insertRow(pool, "notifications", row);
  await fillCounts(pool, people, leads);
}

/** By turns what each kind of program adds; phone numbers and mail addresses are among it. */
function details(n: number, leads: Leads): JsonObject {
  const kinds: JsonObject[] = [
    { leadId: leads.first, leadData: { phone: "050-234-5678", first_name: "נועה" } },
    { lead_id: leads.booked, heat_level: "burning", lead_update: true },
    { phoneNumber: "050-234-5678", messageData: { content: "שלום" } },
    { invitee_email: "noa@leads.test", meeting_uri: "https://calendly.test/events/1", meetingData: {} },
    { meeting_start: "2026-03-02T09:00:00Z", action_required: true, next_steps: ["call"] },
  ];
  return kinds[n % kinds.length] ?? {};
}

function plain(people: People): JsonObject[] {
  const old = { created_at: "2024-12-01T00:00:00Z", updated_at: "2024-12-01T00:00:00Z" };
  return [
    { user_id: people.member, title: "Warned", message: "m", type: "warning", metadata: {}, ...old },
    {
      user_id: people.member,
      title: "Failed",
      message: "m",
      type: "error",
      metadata: null,
      read: null,
      ...old,
    },
    { user_id: people.member, title: "Of no type", message: "m", type: null, metadata: [], ...old },
    {
      user_id: people.member,
      title: "ת".repeat(255),
      message: "m",
      action_url: `/${"x".repeat(499)}`,
      read: true,
      ...old,
    },
    {
      user_id: people.odd,
      title: "Elsewhere",
      message: "",
      action_url: "https://elsewhere.test/",
      metadata: "x",
    },
    { user_id: people.odd, title: "Nearly elsewhere", message: "m", action_url: "//elsewhere.test" },
  ];
}

async function fillCounts(pool: pg.Pool, people: People, leads: Leads): Promise<void> {
  const user_id = people.owner;
  for (const [n, notification_type] of ["leads", "projects", "messages", "meetings"].entries())
    await insertRow(pool, "aggregated_notifications", {
      user_id,
      notification_type,
      count: n,
      title: `New ${notification_type}`,
      is_read: n === 3,
      read_at: n === 3 ? "2026-02-01T08:00:00Z" : null,
    });
  const changes: JsonObject[] = [
    { entity_type: "lead", entity_id: leads.first, change_type: "created", new_values: { status: "new" } },
    {
      entity_type: "lead",
      entity_id: leads.booked,
      change_type: "status_changed",
      old_values: {},
      is_read: true,
    },
    { entity_type: "project", entity_id: "p-1", change_type: "updated" },
    { entity_type: "message", entity_id: "m-1", change_type: "deleted" },
    { entity_type: "meeting", entity_id: "evt-1", change_type: "created" },
    { entity_type: "system", entity_id: "system", change_type: "updated" },
  ];
  for (const row of changes)
    await insertRow(pool, "system_changes", { user_id, description: "שינוי", ...row });
}
