import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, createUser } from "@/local/test-people";
import type { JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { preferences } from "@/lib/settings/preferences";
import { sections } from "@/lib/settings/registry";
import { resolve } from "@/lib/settings/resolve";
import { defaults, leaves, type Section } from "@/lib/settings/sections";
import { findZone } from "@/lib/time/zone-table";
import { strangeValues, valuesOf } from "./leaf-values";
import { patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());

/** A stored document as bad as it can get: valid leaves, invalid ones, groups that are none, unknown keys. */
function documentOf(section: Section): fc.Arbitrary<JsonObject> {
  const paths = [...leaves(section).keys(), ...Object.keys(section.columns), "unknown", "widget_layout.lg"];
  const assignment = fc.constantFrom(...paths).chain((path) => {
    const field = leaves(section).get(path);
    const strange = fc.constantFrom(...strangeValues);
    const value = field ? fc.oneof(fc.constantFrom(...valuesOf(field)), strange) : strange;
    return fc.tuple(fc.constant(path), value);
  });
  return fc
    .array(assignment, { maxLength: 10 })
    .map((assignments) =>
      assignments.reduce<JsonObject>((document, [path, value]) => setAt(document, path, value), {}),
    );
}

/**
 * The document without the zones that are on no list. SQL knows the list; a browser reads the form of a name alone, because
 * such a zone is never stored (settings-rules.test.ts).
 */
const withoutUnknownZones = (section: Section, document: JsonObject): JsonObject =>
  [...leaves(section)].reduce((left, [path, { control }]) => {
    const name = valueAt(left, path);
    const isUnknown = control.kind === "timeZone" && typeof name === "string" && !findZone(name);
    return isUnknown ? setAt(left, path, 7) : left;
  }, document);

describe("private.resolve_settings", () => {
  it.each(sections)(
    "gives for $name what resolve() gives, whatever is stored in up to four layers",
    async (section) => {
      const layers = fc.array(documentOf(section), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(layers, async (documents) => {
          const { rows } = await pool.query("select private.resolve_settings($1, $2::jsonb[]) as value", [
            section.name,
            documents.map((document) => JSON.stringify(document)),
          ]);
          const expected = resolve(
            section,
            documents.map((document) => ({
              name: "user",
              overrides: withoutUnknownZones(section, document),
              version: 1,
            })),
          );
          expect(rows[0].value).toEqual(expected.value);
        }),
        { numRuns: 150 },
      );
    },
  );

  it("takes a layer that is not there for empty", async () => {
    const { rows } = await pool.query(
      "select private.resolve_settings('preferences', array[null, null]::jsonb[]) as value",
    );
    expect(rows[0].value).toEqual(defaults(preferences));
  });
});

describe("the effective views", () => {
  const widgets = (person: string) =>
    `select project_id, widget_visibility ->> 'metrics' as metrics, widget_visibility ->> 'insights' as insights
     from public.effective_dashboard_settings where user_id = '${person}' order by project_id = '${world.projectId}'`;

  it("let the project's row decide in the project, the general one elsewhere, the defaults last", async () => {
    const person = world.people.member;
    const hide = (metrics: boolean, project: string | null) =>
      patchSettings(pool, person, { project, patch: { widget_visibility: { metrics } } });
    await hide(false, null);
    await hide(true, world.projectId);
    const { rows } = await actAs(pool, person, "authenticated", (client) => client.query(widgets(person)));
    expect(rows).toHaveLength(3);
    expect(rows).toEqual([
      { project_id: world.otherProjectId, metrics: "false", insights: "true" },
      { project_id: world.projectId, metrics: "true", insights: "true" },
      { project_id: null, metrics: "false", insights: "true" },
    ]);
  });

  it.each(["effective_dashboard_settings", "effective_notification_settings", "effective_app_preferences"])(
    "%s shows a caller themself alone, though they see who their colleagues are",
    async (view) => {
      const { rows } = await actAs(pool, world.people.viewer, "authenticated", (client) =>
        client.query(`select distinct user_id from public.${view}`),
      );
      expect(rows).toEqual([{ user_id: world.people.viewer }]);
    },
  );

  it("show the service everybody, and somebody new the defaults", async () => {
    const { rows } = await actAs(pool, null, "service_role", (client) =>
      client.query(
        `select user_id, email_notifications ->> 'leadUpdates' as mail, notification_schedule ->> 'timezone' as zone
         from public.effective_notification_settings where user_id = any ($1)`,
        [[world.people.owner, world.people.viewer]],
      ),
    );
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { user_id: world.people.owner, mail: "false", zone: "UTC" },
        { user_id: world.people.viewer, mail: "true", zone: "UTC" },
      ]),
    );
    const person = await createUser(pool);
    const own = await actAs(pool, person, "authenticated", (client) =>
      client.query("select interface_settings ->> 'theme' as theme from public.effective_app_preferences"),
    );
    expect(own.rows).toEqual([{ theme: "system" }]);
  });
});
