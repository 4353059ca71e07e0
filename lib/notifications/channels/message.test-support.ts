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
});
