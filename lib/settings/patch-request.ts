import { z } from "zod";
import { editSources } from "./change-source";
import { dashboard } from "./dashboard";
import type { FieldGroup } from "./fields";
import { notifications } from "./notifications";
import { patchSchema } from "./patch-schema";
import { preferences } from "./preferences";
import { isLeafOf, type Section } from "./sections";

/** A value as the person saw it: of any build, so it need not be valid, but no setting is deep or large. */
const seen = z
  .unknown()
  .refine((value) => isShallow(value, 6), "too deep")
  .pipe(z.json());

const requestFor = <Name extends string, C extends FieldGroup, P extends z.ZodType>(
  section: Section<C, Name>,
  projectId: P,
) =>
  z.strictObject({
    userId: z.uuid(),
    section: z.literal(section.name),
    projectId,
    patch: patchSchema(section),
    base: z.record(z.string().refine(isLeafOf(section)), seen),
    opId: z.uuid(),
    source: z.enum(editSources),
  });

/**
 * What a browser sends to change settings. `userId` is whose edit it is, not who is asking: a device keeps edits of
 * people who are not signed in. `base` holds, per dotted path, the value the person saw.
 */
export const patchRequest = z.discriminatedUnion("section", [
  requestFor(dashboard, z.uuid().nullable()),
  requestFor(notifications, z.null()),
  requestFor(preferences, z.null()),
]);

export type PatchRequest = z.input<typeof patchRequest>;

const isShallow = (value: unknown, depth: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1)));
