import type pg from "pg";
import type { Json, JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { settingsSections, type SettingsSectionName } from "@/lib/settings/registry";
import { isValid, leaves } from "@/lib/settings/sections";
import type { Random } from "@/scripts/seed/random";
import { valuesOf } from "./leaf-values";
import { committedAs, patchSettings, patchWithin, settingsTables } from "./settings-client";

export type Person = Readonly<{ id: string; projects: readonly string[] }>;
/** A person's own values by `section scope path`, as today's product reads them; inherited ones are not in it. */
export type OwnValues = Readonly<Record<string, Json>>;
export type Change = Readonly<{
  section: SettingsSectionName;
  scope: string | null;
  path: string;
  value: Json;
}>;

export async function ownValues(pool: pg.Pool, { id, projects }: Person): Promise<OwnValues> {
  const values: Record<string, Json> = {};
  for (const project of [null, ...projects]) {
    const rows = await committedAs(pool, id, async (client) => {
      const { rows } = await client.query("select public.get_settings($1) -> 'rows' as rows", [project]);
      return rows[0].rows;
    });
    for (const { section: name, scope, overrides } of rows) {
      const section = settingsSections.find((candidate) => candidate.name === name);
      for (const [path, field] of section ? leaves(section) : []) {
        const value = valueAt(overrides, path);
        if (isValid(field, value)) values[`${name} ${scope} ${path}`] = value;
      }
    }
  }
  return values;
}

export const asOf = (pool: pg.Pool, { id }: Person, moment: string): Promise<Change[]> =>
  committedAs(pool, id, async (client) => {
    const { rows } = await client.query("select public.get_settings_as_of($1) as answer", [moment]);
    return rows[0].answer.changes;
  });

/** Applies what get_settings_as_of answered, as a screen does: one patch for each row, recorded as undo. */
export async function restore(pool: pg.Pool, { id }: Person, changes: readonly Change[]): Promise<void> {
  for (const { name: section } of settingsSections) {
    const own = changes.filter((change) => change.section === section);
    for (const project of new Set(own.map(({ scope }) => scope))) {
      const patch = own
        .filter(({ scope }) => scope === project)
        .reduce<JsonObject>((built, { path, value }) => setAt(built, path, value), {});
      await patchSettings(pool, id, { section, project, patch, source: "undo" });
    }
  }
}

/** One thing that may happen to a person's settings, chosen by chance. */
export async function happen(pool: pg.Pool, person: Person, random: Random): Promise<void> {
  const { name: section, columns } = random.pick(settingsSections);
  const project = section === "dashboard" ? random.pick([null, ...person.projects]) : null;
  const where = section === "dashboard" ? "project_id is not distinct from $1::uuid" : "$1::uuid is null";
  const table = settingsTables[section];
  const patch = () => randomPatch(section, random);
  const column = random.pick(Object.keys(columns));
  const document = JSON.stringify({ ...Object(valueAt(randomPatch(section, random), column)), later: 1 });
  const deed = random.weighted([
    ["patch", 10],
    ["twice", 2],
    ["remove", 2],
    ["replace", 2],
    ["system", 1],
  ] as const);
  if (deed === "patch") await patchSettings(pool, person.id, { section, project, patch: patch() });
  if (deed === "twice")
    await committedAs(pool, person.id, async (client) => {
      await patchWithin(client, { section, project, patch: patch() });
      await patchWithin(client, { section, project, patch: patch() });
    });
  if (deed === "remove")
    await committedAs(pool, person.id, (client) =>
      client.query(`delete from ${table} where ${where}`, [project]),
    );
  if (deed === "replace")
    await committedAs(pool, person.id, (client) =>
      client.query(`update ${table} set ${column} = $2 where ${where}`, [project, withoutNulls(document)]),
    );
  if (deed === "system")
    await pool.query(`update ${table} set ${column} = $2 where user_id = $3 and ${where}`, [
      project,
      withoutNulls(document),
      person.id,
    ]);
}

/** One to three leaves of a section; a quarter of them go back to inherited. */
function randomPatch(section: SettingsSectionName, random: Random): JsonObject {
  const fields = settingsSections.flatMap((candidate) =>
    candidate.name === section ? [...leaves(candidate)] : [],
  );
  let patch: JsonObject = {};
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const [path, field] = random.pick(fields);
    patch = setAt(patch, path, random.chance(0.25) ? null : random.pick(valuesOf(field)));
  }
  return patch;
}

/** Storage holds no null: a leaf that is null is not there. */
const withoutNulls = (document: string): string =>
  JSON.stringify(JSON.parse(document), (_, value) => (value === null ? undefined : value));
