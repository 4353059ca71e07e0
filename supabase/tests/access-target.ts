import type { SignedIn, World } from "./world";

/**
 * Who may do what with which row. A list names everybody who may; the others find nothing to do it with. "refused":
 * nobody may try, whoever they are. `anon` may never try anything.
 */
export type Target = Readonly<{
  table: string;
  /** Reads in a sentence: "owner may select ...". */
  what: string;
  where: (world: World) => string;
  select: readonly SignedIn[];
  insert: "refused" | Readonly<{ row: (world: World) => string; by: readonly SignedIn[] }>;
  update: "refused" | Readonly<{ set: string; by: readonly SignedIn[] }>;
  delete: "refused" | readonly SignedIn[];
  /** The column tried where nobody may update; `id` if not said. */
  column?: string;
  /** What a policy still stops should a column be granted by mistake and the triggers be off. Nobody may. */
  beyondGrants?: readonly Readonly<{
    what: string;
    grant: string;
    by: SignedIn;
    sql: (world: World) => string;
  }>[];
}>;

export const team = ["owner", "member", "viewer"] as const;
export const closed = { insert: "refused", update: "refused", delete: "refused" } as const;

/** The rows of a person, of the project or of none. */
export const own = (person: SignedIn, scope: "project" | "all") => (world: World) =>
  `user_id = '${world.people[person]}' and project_id ${scope === "all" ? "is null" : `= '${world.projectId}'`}`;
