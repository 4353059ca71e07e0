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
