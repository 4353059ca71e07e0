import type { Result } from "@/lib/result";
import type { Json, JsonObject } from "./json";
import type { SettingsSectionName } from "./registry";

/** Where a person's own change is recorded to come from. The database alone records the others: team, api, system. */
export const editSources = ["ui", "undo", "import", "template"] as const;
export type EditSource = (typeof editSources)[number];

/** The most requests that the action takes at once: a person may have any number of projects, a request has its bounds. */
export const requestsAtOnce = 20;

/** A change of one row as the database stores it. */
export type SettingsPatch = {
  section: SettingsSectionName;
  /** Null: the row for all projects; only the dashboard has a row for one project. */
  projectId: string | null;
  patch: JsonObject;
  /** Dotted path -> value the person saw (a path that is missing was inherited); null: apply whatever is stored. */
  base: JsonObject | null;
  /** The same id again answers the first answer again. */
  opId: string;
  source: EditSource;
};

/**
 * What a browser sends to change settings. `userId` is whose edit it is, not who is asking: a device keeps edits of
 * people who are not signed in.
 */
export type PatchRequest = SettingsPatch & { userId: string; base: JsonObject };

/** The answer to one request: the row as it is now, and the paths that were left alone. */
export type PatchAnswer = {
  overrides: JsonObject;
  version: number;
  conflicts: { path: string; base: Json; mine: Json; theirs: Json }[];
};

/** The action that stores patches: of each request its answer, in the same order. The server parses what it is given. */
export type PatchAction = (requests: readonly PatchRequest[]) => Promise<Result<PatchAnswer>[]>;

/** A row of a settings table as it is read. `section` may be one of another build. Version 0: there is no row. */
export type SettingsRow = {
  section: string;
  projectId: string | null;
  overrides: JsonObject;
  version: number;
};

/** The answer to a page that reads settings: all rows for all projects and, where asked for, those of one. */
export type SettingsRows = { rows: SettingsRow[] };
