import type { Json, JsonObject } from "@/lib/settings/json";
import type { typeOfEvent } from "./ovenai/words";

/** What a row says, and what it says after the set-up. */
export type Told = Readonly<{ row: JsonObject; becomes: JsonObject }>;

export const someLead = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";

const categoryOfEvent: Record<keyof typeof typeOfEvent, string> = {
  lead_created: "leadUpdates",
  lead_updated: "leadUpdates",
  message_received: "leadUpdates",
  message_sent: "leadUpdates",
  meeting_scheduled: "meetingReminders",
  meeting_cancelled: "meetingReminders",
  meeting_canceled: "meetingReminders",
  meeting_no_show: "meetingReminders",
  meeting_rescheduled: "meetingReminders",
  calendly_booking: "calendlyBookings",
  system_update: "integration",
  user_login: "security",
  whatsapp_status: "integration",
  user_registration: "security",
  bant_progression: "bantQualifications",
  heat_progression: "heatProgressions",
};

const categoryOfCategory = {
  system: "integration",
  onboarding: "integration",
  demo: "integration",
  integration: "integration",
  bant: "bantQualifications",
  bant_qualification: "bantQualifications",
  calendly_meeting: "calendlyBookings",
  performance: "digest",
  security: "security",
  heatProgressions: "heatProgressions",
};

const categoryOfType = {
  lead: "leadUpdates",
  message: "leadUpdates",
  meeting: "meetingReminders",
  system: "integration",
};

const linkOf: readonly (readonly [was: string, is: string | null])[] = [
  ["/dashboard", "/dashboard"],
  ["/leads", "/leads"],
  [`/leads?highlight=${someLead}`, `/leads/${someLead}`],
  [`/leads?from=mail&highlight=${someLead.toUpperCase()}`, `/leads/${someLead}`],
  ["/leads?highlight=12", "/leads"],
  ["/leads?search=noa@leads.test", "/leads"],
  ["/leads?heat=hot&phone=050-234-5678#top", "/leads?heat=hot#top"],
  [`/leads/${someLead}`, `/leads/${someLead}`],
  ["/settings", "/settings/dashboard"],
  ["/settings?tab=integrations", "/settings/integrations"],
  ["/settings?tab=queue", "/settings/dashboard"],
  ["/settings/integrations", "/settings/integrations"],
  ["/messages", null],
  ["/messages?phone=050-234-5678", null],
  [`/messages/${someLead}`, null],
  ["/calendar", null],
  ["/calendar?event=evt-1", null],
  ["/reports", null],
  ["/reports-of-ours", "/reports-of-ours"],
  ["https://elsewhere.test/leads", null],
  ["//elsewhere.test", null],
];

const leadBy: readonly (readonly [row: JsonObject, lead: Json])[] = [
  [{ metadata: { leadId: someLead } }, someLead],
  [{ metadata: { lead_id: someLead } }, someLead],
  [{ metadata: { leadId: 12 } }, null],
  [{ metadata: { leadId: "of today", lead_id: someLead } }, someLead],
  [{ action_url: `/leads?highlight=${someLead}` }, someLead],
  [{ action_url: `/leads/${someLead}` }, someLead],
  [{ action_url: "/leads?highlight=12" }, null],
];

export const oldNotifications: readonly Told[] = [
  ...Object.entries(categoryOfEvent).map(([event_type, category]) => ({
    // The event says more than the category beside it.
    row: { metadata: { event_type, category: "demo" } },
    becomes: { category },
  })),
  ...Object.entries(categoryOfCategory).map(([name, category]) => ({
    row: { metadata: { category: name }, type: "lead" },
    becomes: { category },
  })),
  ...Object.entries(categoryOfType).map(([type, category]) => ({
    row: { type },
    // Programs of an existing OvenAI go on reading it.
    becomes: { category, type, params: {} },
  })),
  ...["info", "success", "warning", "error"].map((type) => ({
    row: { type, metadata: { event_type: "of tomorrow", category: "of yesterday" } },
    becomes: { category: "leadUpdates", type, params: {} },
  })),
  ...Object.entries({ low: "low", normal: "normal", medium: "normal", high: "high", urgent: "urgent" }).map(
    ([was, priority]) => ({ row: { metadata: { priority: was } }, becomes: { priority } }),
  ),
  ...linkOf.map(([action_url, is]) => ({ row: { action_url }, becomes: { action_url: is } })),
  ...leadBy.map(([row, lead_id]) => ({ row, becomes: { lead_id } })),
  { row: { read: true }, becomes: { read: true, has_time: true } },
  { row: { read: null }, becomes: { read: false, has_time: false } },
  { row: { message: "הודעה" }, becomes: { message: "הודעה" } },
];
