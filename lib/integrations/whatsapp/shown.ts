import type { WindowState } from "./window";

/** A template of a connected account. `parameters`: names, or positions from 1; `missing`: not in the last whole list. */
export type ShownTemplate = Readonly<{
  name: string;
  language: string;
  status: string;
  category: string;
  body: string;
  parameters: readonly string[];
  named: boolean;
  simple: boolean;
  missing: boolean;
}>;

/**
 * A connection with WhatsApp as its card shows it. `number` null: the account has none yet. `sync`: the last list of
 * templates; not `whole`: it broke off after `seen`. `project`: whose people write from the number; null: its owner alone.
 */
export type WhatsappCard = Readonly<{
  number: Readonly<{ id: string; display: string; name: string; status: string; quality: string }> | null;
  sync: Readonly<{ at: string; seen: number; whole: boolean }> | null;
  project: string | null;
  templates: readonly ShownTemplate[];
}>;

/** A message as the lead's page shows it. `received`: theirs; `sending`: nobody knows yet whether it went. */
export type ShownMessage = Readonly<{
  id: string;
  status: "received" | "sending" | "sent" | "delivered" | "read" | "played" | "failed";
  /** Meta's code of a failure. */
  code: number | null;
  kind: string;
  body: string;
  at: string;
}>;

/** Writing to one lead by WhatsApp: whether now, what was written, and which templates can be sent. */
export type LeadChat = Readonly<{
  window: WindowState;
  /** Whether the person may write to this lead at all. */
  writes: boolean;
  messages: readonly ShownMessage[];
  /** Approved, and with nothing to fill in but their text. */
  templates: readonly ShownTemplate[];
  /** What the connection's owner chose for this moment: the name of a template, and `lead` or a language of ours. */
  chosen: Readonly<{ name: string; language: string }>;
}>;

/** The same for the page, which has the messages in the conversation. */
export type ShownChat = Omit<LeadChat, "messages">;
