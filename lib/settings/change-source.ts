/** Where a person's own change is recorded to come from. The database alone records the others: team, api, system. */
export const editSources = ["ui", "undo", "import", "template"] as const;
export type EditSource = (typeof editSources)[number];
