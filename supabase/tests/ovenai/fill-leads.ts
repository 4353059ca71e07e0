import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { insertRow } from "../older-documents";
import type { Clients, Projects } from "./fill-tenancy";
import type { People } from "./people";
import { bantStatuses, leadStates, leadStatuses, processingStates } from "./words";

/** Leads with a name in the tests; some fifty others have every status, state and BANT word. */
export type LeadName =
  "first" | "booked" | "withoutProject" | "withoutClient" | "alone" | "nameless" | "disagreeing";
export type Leads = Readonly<Record<LeadName, string>>;

const firstNames = ["נועה", "דוד", "מרים", "יוסי", "תמר", "אבי", "שרה"];
const lastNames = ["כהן", "לוי", "מזרחי", "פרץ", "ביטון"];

const itemOf = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const phone = (n: number) => `05${n % 6}-234-${String(5000 + n)}`;

export async function fillLeads(pool: pg.Pool, clients: Clients, projects: Projects): Promise<Leads> {
  const leads: Leads = {
    first: randomUUID(),
    booked: randomUUID(),
    withoutProject: randomUUID(),
    withoutClient: randomUUID(),
    alone: randomUUID(),
    nameless: randomUUID(),
    disagreeing: randomUUID(),
  };
  const both = { client_id: clients.estates, current_project_id: projects.active };
  const rows: JsonObject[] = [
    { id: leads.first, first_name: "נועה", last_name: "כהן", phone: "050-234-5678", status: "new", ...both },
    { id: leads.booked, first_name: "דוד", phone: "052-234-5679", ...both, ...booked },
    { id: leads.withoutProject, first_name: "תמר", phone: "053-234-5680", client_id: clients.estates },
    { id: leads.withoutClient, last_name: "לוי", phone: "054-234-5681", current_project_id: projects.active },
    { id: leads.alone, first_name: "אבי", phone: "055-234-5682" },
    { id: leads.nameless, phone: "+972-50-234-5683", state: null, bant_status: null, ...both, ...nulls },
    { id: leads.disagreeing, first_name: "שרה", ...both, client_id: clients.longNamed },
  ];
  for (const row of rows) await insertRow(pool, "leads", row);
  for (let n = 0; n < 2 * leadStatuses.length; n += 1)
    await insertRow(pool, "leads", oneOfMany(n, clients, projects));
  return leads;
}

/** What the booking of a meeting leaves. */
const booked = {
  status: "qualified",
  state: "meeting_set",
  bant_status: "burning",
  requires_human_review: true,
  interaction_count: 6,
  state_status_metadata: {
    calendly_meeting_scheduled: {
      event_uri: "https://calendly.test/events/1",
      start: "2026-03-02T09:00:00Z",
    },
  },
} as const;

const nulls = {
  state_status_metadata: null,
  lead_metadata: null,
  interaction_count: null,
  follow_up_count: null,
  requires_human_review: null,
} as const;

function oneOfMany(n: number, clients: Clients, projects: Projects): JsonObject {
  const ofEstates = [projects.active, projects.inactive, projects.completed, projects.shouted];
  const day = String(1 + (n % 28)).padStart(2, "0");
  return {
    first_name: itemOf(firstNames, n) ?? null,
    last_name: n % 3 === 0 ? null : (itemOf(lastNames, n) ?? null),
    phone: n % 11 === 10 ? null : phone(n),
    status: itemOf(leadStatuses, n) ?? null,
    state: itemOf(leadStates, n) ?? null,
    bant_status: itemOf(bantStatuses, n) ?? null,
    current_project_id:
      n % 7 === 6 ? null : n % 8 === 7 ? projects.ofLongNamed : (itemOf(ofEstates, n) ?? null),
    client_id: n % 5 === 4 ? null : n % 8 === 7 ? clients.longNamed : clients.estates,
    requires_human_review: n % 4 === 0,
    interaction_count: n % 6,
    processing_state: itemOf(processingStates, n) ?? null,
    lead_metadata: { ai_analysis: { lead_qualification: { confidence_score: (n % 10) / 10 } } },
    first_interaction: n % 6 === 0 ? null : `2026-01-${day}T08:00:00Z`,
    last_interaction: n % 6 === 0 ? null : `2026-02-${day}T08:00:00Z`,
    created_at: `2026-01-${day}T07:00:00Z`,
    updated_at: `2026-02-${day}T08:00:00Z`,
  };
}

/** A row is one message. One names a lead that is gone, one no lead. */
export async function fillConversations(pool: pg.Pool, people: People, leads: Leads): Promise<void> {
  const line = { sender_number: "050-234-5678", receiver_number: "050-234-5601", message_type: "text" };
  const rows: JsonObject[] = [
    { lead_id: leads.first, message_content: "שלום, הדירה פנויה?", direction: "inbound", wamid: "wamid.1" },
    { lead_id: leads.first, message_content: "כן. מתי נוח לך?", direction: "outbound", message_id: "m-2" },
    { lead_id: leads.first, message_body: "מחר בבוקר", direction: null },
    { lead_id: leads.first, message_content: "נמחק", direction: "inbound", status: "deleted" },
    { lead_id: leads.booked, message_content: "נקבעה פגישה", direction: "outbound", metadata: null },
    { lead_id: leads.booked, message_content: null, direction: "inbound", message_type: "media" },
    { lead_id: randomUUID(), message_content: "ליד שנמחק", direction: "inbound" },
    { lead_id: null, message_content: "בלי ליד", direction: "inbound", status: null },
  ];
  for (const [n, row] of rows.entries())
    await insertRow(pool, "conversations", { ...line, wa_timestamp: `2026-02-01T08:0${n}:00Z`, ...row });
  const queued = { lead_id: leads.first, user_id: people.owner, queue_status: "queued" };
  await insertRow(pool, "whatsapp_message_queue", { ...queued, recipient_phone: "050-234-5678" });
  await insertRow(pool, "lead_processing_queue", { ...queued, priority: 8 });
}
