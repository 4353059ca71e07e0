/** Where a change came from: this app's screens (`ui`), an undo, or something that acts for the person. */
export const eventSources = ["ui", "undo", "import", "template", "team", "api", "system"] as const;
export type EventSource = (typeof eventSources)[number];
