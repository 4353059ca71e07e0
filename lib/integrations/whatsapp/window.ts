const dayMs = 24 * 60 * 60_000;

/** What is known of a person's wishes with one number of ours. Instants are ISO 8601. */
export type ContactState = Readonly<{
  lastInboundAt: string | null;
  optedInAt: string | null;
  optedOutAt: string | null;
}>;

/**
 * What may be written now. `open`: free text, until that instant. `closed`: an approved template only, because they wrote
 * more than 24 hours ago, or never; `agreed` says whether they are known to want it. `optedOut`: nothing.
 */
export type WindowState = Readonly<
  | { state: "open"; until: string }
  | { state: "closed"; agreed: boolean }
  | { state: "optedOut"; since: string }
  | { state: "notConnected" }
>;

/**
 * The window of 24 hours that each message of a person opens anew. Pure: `now` is in milliseconds. Null as `contact`:
 * nothing was exchanged yet. Meta's own clock has the last word: a reply may be refused a moment before `until`.
 */
export function windowOf(isConnected: boolean, contact: ContactState | null, now: number): WindowState {
  if (!isConnected) return { state: "notConnected" };
  if (contact?.optedOutAt) return { state: "optedOut", since: contact.optedOutAt };
  const until = contact?.lastInboundAt ? Date.parse(contact.lastInboundAt) + dayMs : 0;
  if (now < until) return { state: "open", until: new Date(until).toISOString() };
  return { state: "closed", agreed: Boolean(contact?.optedInAt) };
}
