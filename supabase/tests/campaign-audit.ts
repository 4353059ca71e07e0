import type pg from "pg";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { mergeObject } from "@/lib/settings/patch";
import type { CampaignLog, Document, Operation } from "./campaign";
import { eventsOf, type EventRow } from "./settings-client";

/** Everything that is wrong with a finished campaign, in sentences; [] when every promise was kept. */
export async function auditCampaign(pool: pg.Pool, { operations }: CampaignLog): Promise<string[]> {
  const problems = operations.flatMap(({ call, answer, repeats }) =>
    repeats
      .filter((repeat) => JSON.stringify(repeat) !== JSON.stringify(answer))
      .map(() => `operation ${call.opId} was answered differently when it was repeated`),
  );
  for (const document of new Set(operations.map((operation) => operation.document))) {
    const own = operations.filter((operation) => operation.document === document);
    problems.push(...(await auditDocument(pool, document, own)));
  }
  return problems;
}

/**
 * Replays the operations of one document in the order of the versions they made. If each answer and each event is
 * what the replay expects, no update was lost and none was applied twice.
 */
async function auditDocument(pool: pg.Pool, document: Document, operations: Operation[]): Promise<string[]> {
  const events = await eventsOf(pool, document.userId, document.project);
  const byId = new Map(operations.map((operation) => [operation.call.opId, operation]));
  const problems: string[] = [];
  const states = [leaves({})];
  let state: JsonObject = {};
  const highest = events.at(-1)?.version ?? 0;
  for (let version = 1; version <= highest; version += 1) {
    const made = events.filter((event) => event.version === version);
    const ids = new Set(made.map((event) => event.op_id));
    const operation = byId.get(made[0]?.op_id ?? "");
    if (ids.size !== 1 || !operation) {
      problems.push(`version ${version} was made by ${ids.size} operations`);
      continue;
    }
    const before = leaves(state);
    state = mergeObject(state, operation.call.patch);
    states.push(leaves(state));
    problems.push(...wrongEvents(made, before, leaves(state), version));
    if (operation.answer.version !== version) problems.push(`version ${version} was answered as another`);
  }
  for (const { answer, call } of operations)
    if (!same(leaves(answer.overrides), states[answer.version] ?? leaves({})))
      problems.push(`${call.opId} saw another document than version ${answer.version}`);
  const stored = await storedLeaves(pool, document);
  if (!same(stored.leaves, leaves(state)) || stored.version !== highest)
    problems.push(`the row does not hold version ${highest}`);
  return problems;
}

function wrongEvents(events: EventRow[], before: Leaves, after: Leaves, version: number): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const expected = paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => [path, before.get(path) ?? "null", after.get(path) ?? "null"].join(" "));
  const recorded = events.map((event) => [event.path, stable(event.before), stable(event.after)].join(" "));
  return same(new Map(expected.map((line) => [line, ""])), new Map(recorded.map((line) => [line, ""]))) &&
    expected.length === recorded.length
    ? []
    : [`version ${version} recorded ${recorded.join("; ")} instead of ${expected.join("; ")}`];
}

async function storedLeaves(pool: pg.Pool, { userId, project }: Document) {
  const { rows } = await pool.query<{ overrides: JsonObject; version: number }>(
    `select version, jsonb_build_object('widget_visibility', widget_visibility, 'widget_layout', widget_layout,
       'dashboard_preferences', dashboard_preferences) as overrides
     from public.user_dashboard_settings where user_id = $1 and project_id is not distinct from $2`,
    [userId, project],
  );
  return { leaves: leaves(rows[0]?.overrides ?? {}), version: rows[0]?.version ?? 0 };
}

type Leaves = Map<string, string>;

/** The document's leaves by path, as text; an atomic value is one leaf, and an empty group is none. */
function leaves(document: JsonObject, prefix = ""): Leaves {
  const found: Leaves = new Map();
  for (const [key, value] of Object.entries(document)) {
    if (isJsonObject(value) && !Object.hasOwn(value, "collapsed"))
      for (const [path, leaf] of leaves(value, `${prefix}${key}.`)) found.set(path, leaf);
    else found.set(prefix + key, stable(value));
  }
  return found;
}

const stable = (value: Json): string =>
  isJsonObject(value)
    ? JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : JSON.stringify(value);

const same = (one: Leaves, other: Leaves) =>
  one.size === other.size && [...one].every(([path, value]) => other.get(path) === value);
