import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Migration } from "./migration";
import { madeByScript, type Name } from "./setup-script";

/** Where people look for the way back, beside the setup script. */
export const REMOVAL_SCRIPT = "scripts/database/setup/remove-user-settings.sql";

/**
 * The way back from the setup script beside another business: what is ours goes, theirs stays to the byte. `planned`
 * as for the setup script.
 */
export function removalScript(root: string, planned: Migration | null = null): string {
  const names = madeByScript(
    join(root, "supabase/migrations"),
    join(root, "scripts/generate/setup"),
    planned,
  );
  const tables = names.filter(({ kind, schema, name }) => kind === "table" && keepsRows(schema, name));
  return readFileSync(join(root, "scripts/generate/removal.sql"), "utf8")
    .replace("--@tables", tables.map(({ schema, name }) => `      '${schema}.${name}'`).join(",\n"))
    .replace("--@names", names.map(row).join(",\n"));
}

/** Tables whose rows people miss: of those in `private` what they judged about leads, and what no place of ours held. */
const keepsRows = (schema: string, name: string) =>
  schema === "public" || name === "lead_judgements" || name === "older_remainders";

const row = ({ kind, schema, name }: Name) => `    ('${kind}', '${schema}', '${name}')`;
