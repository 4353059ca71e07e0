/** Words that an existing OvenAI database holds. */
export const leadStatuses = [
  "unqualified",
  "awareness",
  "consideration",
  "interest",
  "new",
  "active",
  "inactive",
  "qualified",
  "hot",
  "warm",
  "cold",
  "converted",
  "closed_won",
  "closed_lost",
  "nurturing",
  "follow_up",
  "contacted",
  "not_contacted",
  "pending",
  "archived",
  "deleted",
] as const;

/** No check holds these or the next. */
export const leadStates = [
  "new_lead",
  "new",
  "contacted",
  "information_gathering",
  "demo_scheduled",
  "qualified",
  "qualified_for_meeting",
  "meeting_set",
  "follow_up",
  "converted",
  "closed-won",
  "closed-lost",
] as const;

/** The last two come from the booking of meetings. */
export const bantStatuses = [
  "unqualified",
  "no_bant",
  "not_evaluated",
  "budget_qualified",
  "authority_qualified",
  "need_qualified",
  "timing_qualified",
  "partially_qualified",
  "fully_qualified",
  "qualified",
  "burning",
  "hot",
] as const;

export const processingStates = [
  "pending",
  "queued",
  "active",
  "completed",
  "failed",
  "archived",
  "rate_limited",
] as const;

/** By event name of a notification's metadata, the type that is stored with it. */
export const typeOfEvent = {
  lead_created: "lead",
  lead_updated: "lead",
  message_received: "message",
  message_sent: "message",
  meeting_scheduled: "meeting",
  meeting_cancelled: "meeting",
  meeting_canceled: "meeting",
  meeting_no_show: "meeting",
  meeting_rescheduled: "meeting",
  calendly_booking: "meeting",
  system_update: "system",
  user_login: "info",
  whatsapp_status: "info",
  user_registration: "success",
  bant_progression: "success",
  heat_progression: "success",
} as const;

export const metadataCategories = [
  "system",
  "onboarding",
  "bant",
  "bant_qualification",
  "calendly_meeting",
  "integration",
  "performance",
  "demo",
] as const;

export const metadataPriorities = ["low", "normal", "medium", "high", "urgent"] as const;

export const memberRoles = ["OWNER", "ADMIN", "MEMBER", "member", "admin", "SYSTEM", "STAFF"] as const;
