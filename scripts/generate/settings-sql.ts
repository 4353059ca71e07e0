import * as z from "zod";
import { isField, type Field, type FieldNode } from "@/lib/settings/fields";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { defaults, type Section } from "@/lib/settings/sections";
import { jsonText } from "./json-text";

/** The part of JSON Schema that private.value_problem understands. Everything else a leaf says is left out. */
const keywords = ["type", "enum", "minimum", "maximum", "maxLength", "pattern", "properties", "required"];

/** Defaults and leaf rules of every section as two SQL functions: SQL and TypeScript read one declaration. */
export function settingsSql(sections: readonly Section[]): string {
  const perSection = (of: (section: Section) => unknown) =>
    Object.fromEntries(sections.map((section) => [section.name, of(section)]));
  return [
    "-- The value of each setting where nobody has chosen any.",
    sqlFunction("public.settings_defaults", jsonText(perSection(defaults))),
    "\n-- A leaf is one value (JSON schema); keys lists the nodes under a group.",
    sqlFunction("private.settings_schema", jsonText(perSection(sectionSchema))),
  ].join("\n");
}

const sqlFunction = (name: string, json: string) => `create or replace function ${name}()
returns jsonb
language sql
immutable
parallel safe
set search_path = ''
as $function$
select $json$
${json}
$json$::jsonb
$function$;

revoke all on function ${name}() from public, anon, authenticated, service_role;
grant execute on function ${name}() to authenticated, service_role;`;

const sectionSchema = (section: Section) => schemaKeys(section.columns);

const schemaKeys = (group: { readonly [key: string]: FieldNode }): JsonObject =>
  Object.fromEntries(Object.entries(group).map(([key, node]) => [key, schemaNode(node)]));

const schemaNode = (node: FieldNode): JsonObject =>
  isField(node) ? { leaf: leafSchema(node) } : { keys: schemaKeys(node) };

/** What JSON Schema cannot say of a leaf, such as "the end differs from the start". SQL has a rule of that name. */
const ruled: readonly string[] = ["timeZone", "workingHours", "quietHours", "ownQuietHours", "pause"];

export const leafSchema = ({ schema, control }: Field): JsonObject => ({
  ...trimmed(z.toJSONSchema(schema)),
  ...(ruled.includes(control.kind) ? { rule: control.kind } : {}),
});

function trimmed(schema: unknown): JsonObject {
  if (!isJsonObject(schema)) throw new Error("a leaf's JSON schema must be an object");
  const kept = Object.entries(schema).filter(([key]) => keywords.includes(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === "properties" ? trimmedProperties(value) : value]),
  );
}

const trimmedProperties = (properties: Json): JsonObject =>
  isJsonObject(properties)
    ? Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, trimmed(schema)]))
    : {};
