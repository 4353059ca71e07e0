import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Migration } from "./migration";
import { madeBesideOvenai, type Name } from "./setup-script";

/** Where people look for the way back, beside the setup script. */
export const REMOVAL_SCRIPT = "scripts/database/setup/remove-user-settings.sql";

/**
 * The way back from the setup script beside an existing OvenAI: what is ours goes, theirs stays to the byte. `planned`
 * as for the setup script.
 */
export function removalScript(root: string, planned: Migration | null = null): string {
  const names = madeBesideOvenai(
    join(root, "supabase/migrations"),
    join(root, "scripts/generate/setup"),
    planned,
  );
  const tables = names.filter(({ kind, schema, name }) => kind === "table" && keepsRows(schema, name));
  return readFileSync(join(root, "scripts/generate/removal.sql"), "utf8")
    .replace("--@kept", tables.map(({ schema, name }) => `    '${schema}.${name}'`).join(",\n"))
    .replace("--@names", names.map(row).join(",\n"));
}

/** Tables whose rows are a person's: of the others in `private` none is missed. */
const keepsRows = (schema: string, name: string) => schema === "public" || name === "older_remainders";

const row = ({ kind, schema, name }: Name) => `    ('${kind}', '${schema}', '${name}')`;
