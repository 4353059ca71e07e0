/**
 * Where a change came from: this app's screens (`ui`), an undo, the link of a message (`link`: whoever
 * holds it may turn its messages off and on, signed in or not), or something that acts for the person.
 */
export const eventSources = ["ui", "undo", "import", "template", "team", "api", "link", "system"] as const;
export type EventSource = (typeof eventSources)[number];
