import { z } from "zod";
import { editSources } from "./wire";
import { dashboard } from "./dashboard";
import type { FieldGroup } from "./fields";
import { isJsonObject, type JsonObject } from "./json";
import { notifications } from "./notifications";
import { patchSchema } from "./patch-schema";
import { preferences } from "./preferences";
import { isLeafOf, type Section } from "./sections";

/** Characters of JSON, far more than the longest setting has. A bound, because the answer to a conflict stores `base`. */
const longestValue = 20_000;

/**
 * Dotted path -> value as the person saw it. A value of another build need not be valid, but it is JSON of bounded depth
 * and length. Checked by hand, because zod's record drops a key named `__proto__` in silence.
 */
const baseFor = (section: Section) =>
  z.custom<JsonObject>(isJsonObject, "expected an object").superRefine((base, context) => {
    for (const [path, value] of Object.entries(base)) {
      const message = isLeafOf(section)(path) ? problemOf(value) : "unknown setting";
      if (message) context.addIssue({ code: "custom", path: [path], message });
    }
  });

function problemOf(value: unknown): string | null {
  if (!isShallow(value, 6)) return "too deep";
  const json = z.json().safeParse(value);
  if (!json.success) return "not JSON";
  return JSON.stringify(json.data).length > longestValue ? "too long" : null;
}

const requestFor = <Name extends string, C extends FieldGroup, P extends z.ZodType>(
  section: Section<C, Name>,
  projectId: P,
) =>
  z.strictObject({
    userId: z.uuid(),
    section: z.literal(section.name),
    projectId,
    patch: patchSchema(section),
    base: baseFor(section),
    opId: z.uuid(),
    source: z.enum(editSources),
  });

/** The strict parser of what a browser sends to change settings: `PatchRequest` of wire.ts and nothing else. */
export const patchRequest = z.discriminatedUnion("section", [
  requestFor(dashboard, z.uuid().nullable()),
  requestFor(notifications, z.null()),
  requestFor(preferences, z.null()),
]);

const isShallow = (value: unknown, depth: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1)));
