/** One notification as an app is told of it. The words are in its reader's language, the facts in nobody's. */
export type AppItem = Readonly<{
  title: string;
  text: string;
  /** Where it leads in the app, absolute. */
  url: string;
  project: string | null;
  actor: string | null;
  /** When it happened, as its reader writes times. */
  at: string;
  facts: AppFacts;
}>;

/** `kind`: as in lib/notifications/kinds. `occurredAt`: ISO 8601. */
export type AppFacts = Readonly<{
  id: string | null;
  kind: string;
  category: string;
  priority: string;
  occurredAt: string;
  projectId: string | null;
  leadId: string | null;
}>;

/** What an app is told at once: one notification, or several that waited for the same hour. */
export type AppMessage = Readonly<{
  /** The same at every attempt. */
  id: string;
  subject: string;
  /** A sentence over several. */
  intro: string | null;
  items: readonly AppItem[];
  /** Why the person gets it, and the address of the switch; an empty text for what was asked for. */
  why: Readonly<{ text: string; url: string }>;
}>;
