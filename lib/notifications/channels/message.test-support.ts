import type { OutgoingMessage } from "./channel";

/** A message about one lead, for tests of channels. */
export const aMessage = (change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  locale: "en",
  subject: "Dana Levi is burning",
  intro: null,
  items: [anItem("Dana Levi is burning", "She was cold this morning.")],
  why: { text: "You follow burning leads.", url: "https://ovenai.test/settings/notifications" },
  unsubscribe: { url: "https://ovenai.test/unsubscribe?t=1", label: "No more news of leads" },
  thread: "lead-1",
  urgency: "high",
  ttlSeconds: 3_600,
  hidden: false,
  calendar: null,
  ...change,
});

export const anItem = (title: string, text: string): OutgoingMessage["items"][0] => ({
  title,
  text,
  url: "https://ovenai.test/lead/1",
  project: "Summer",
  actor: null,
  at: "10:30",
  heat: "burning",
  facts: {
    id: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
    kind: "lead.heat",
    category: "heatProgressions",
    priority: "high",
    occurredAt: "2026-12-01T08:30:00.000Z",
    projectId: "0b9ad8b0-9a8f-4f0c-8d5e-0f5f0f9a5201",
    leadId: "0b9ad8b0-9a8f-4f0c-8d5e-0f5f0f9a5202",
  },
});
