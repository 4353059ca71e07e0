import type pg from "pg";
import { dashboard } from "@/lib/settings/dashboard";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { mergePatch } from "@/lib/settings/patch";
import { defaults } from "@/lib/settings/sections";

/** What the first service stored when a person changed something: everything. */
export const wholeDashboard = (patch: JsonObject): JsonObject => {
  const document = mergePatch(defaults(dashboard), patch);
  if (!isJsonObject(document)) throw new Error("a document patched with an object is an object");
  return document;
};

export async function insertRow(pool: pg.Pool, table: string, row: JsonObject): Promise<void> {
  const columns = Object.keys(row).join(", ");
  await pool.query(
    `insert into public.${table} (${columns})
     select ${columns} from jsonb_populate_record(null::public.${table}, $1)`,
    [JSON.stringify(row)],
  );
}
