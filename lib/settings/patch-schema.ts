import { check, custom, safeParse, type Check, type Schema } from "@/lib/schema";
import { isField, type FieldGroup, type FieldNode, type PatchOf } from "./fields";
import { isJsonObject } from "./json";
import type { Section } from "./sections";

/**
 * Writing is strict: unknown keys (`__proto__` is one) and wrong types are refused with the path named. Every key is
 * optional; null at a leaf means back to inherited; an atomic value comes whole. Null for a whole group is refused:
 * see the law of `composePatches`.
 */
export const patchSchema = <C extends FieldGroup>(
  section: Section<C>,
  ...more: Check<PatchOf<C>>[]
): Schema<PatchOf<C>> =>
  custom<PatchOf<C>>(
    undefined,
    check((context) => {
      for (const { path, message } of problems(section.columns, context.value, []))
        context.issues.push({ code: "custom", path, message, input: context.value });
    }),
    ...more,
  );

type Problem = { path: PropertyKey[]; message: string };

function problems(node: FieldNode, value: unknown, path: PropertyKey[]): Problem[] {
  if (isField(node)) return value === null ? [] : leafProblems(node.schema, value, path);
  if (!isJsonObject(value)) return [{ path, message: "expected an object" }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const child = Object.hasOwn(node, key) ? node[key] : undefined;
    return child
      ? problems(child, inner, [...path, key])
      : [{ path: [...path, key], message: "unknown setting" }];
  });
}

function leafProblems(schema: Schema, value: unknown, path: PropertyKey[]): Problem[] {
  const { error } = safeParse(schema, value);
  return (error?.issues ?? []).map((issue) => ({ path: [...path, ...issue.path], message: issue.message }));
}
