import * as s from "@/lib/schema";
import type { Json } from "./json";
import { isStorableText } from "./storable-text";

/**
 * A setting is declared once, as a field. Its type, default, patch validator, form control, SQL default, docs and
 * audit text are derived from it. `titleKey` names the words: messages `settings.fields.<titleKey>.{title,help}`
 * and, for a choice, `.options.<value>`.
 */
export type Field<T extends Json = Json> = {
  readonly schema: s.Schema<T>;
  readonly default: T;
  readonly titleKey: string;
  readonly control: Control;
  /** The switch of the same section without which this value has no effect. */
  readonly needs?: Needed;
};

export type Needed = { readonly path: string; readonly titleKey: string };

/**
 * What a form draws. `none`: the value is set elsewhere (a widget's position is set on the dashboard). The windows of
 * the schedule and the pause have forms of their own.
 */
export type Control =
  | { readonly kind: "toggle" }
  | {
      readonly kind: "choice";
      readonly options: readonly string[];
      /** The title key under which the words of the options stand, where several fields share them. */
      readonly optionsKey?: string;
    }
  | { readonly kind: "percent"; readonly options: readonly number[] }
  | {
      readonly kind: "text";
      readonly maxLength: number;
      readonly multiline: boolean;
      readonly pattern?: RegExp;
      /** Names the sentence for a text that breaks the pattern: message `settings.form.problems.<problem>`. */
      readonly problem?: string;
      /** Finds what that sentence names as `{part}`. */
      readonly culprit?: RegExp;
    }
  | { readonly kind: "timeZone" | "workingHours" | "quietHours" | "ownQuietHours" | "digest" | "pause" }
  | {
      readonly kind: "milliseconds";
      readonly min: number;
      readonly max: number;
      readonly options: readonly number[];
    }
  | { readonly kind: "none" };

export type FieldGroup = { readonly [key: string]: FieldNode };
export type FieldNode = Field | FieldGroup;

export const isField = (node: FieldNode): node is Field => typeof node.titleKey === "string";

/** The whole value a node describes, and the patch that may change it. */
export type ValueOf<N> = N extends Field<infer T> ? T : { readonly [K in keyof N]: ValueOf<N[K]> };
export type PatchOf<N> =
  N extends Field<infer T> ? T | null : { readonly [K in keyof N]?: PatchOf<N[K]> | undefined };

export const toggle = (initial: boolean, titleKey: string, needs?: Needed): Field<boolean> => ({
  schema: s.boolean(),
  default: initial,
  titleKey,
  control: { kind: "toggle" },
  ...(needs && { needs }),
});

export const choice = <const Option extends string>(
  initial: NoInfer<Option>,
  options: readonly Option[],
  titleKey: string,
  optionsKey?: string,
): Field<Option> => ({
  schema: s.oneOf(options),
  default: initial,
  titleKey,
  control: { kind: "choice", options, ...(optionsKey !== undefined && { optionsKey }) },
});

/** The key of the words of a choice's options: messages `settings.fields.<key>.options`. */
export const optionsKeyOf = ({ titleKey, control }: Pick<Field, "titleKey" | "control">): string =>
  (control.kind === "choice" ? control.optionsKey : undefined) ?? titleKey;

/** A duration. Any whole number from `min` to `max` is valid; a form offers `options`. */
export const milliseconds = (
  initial: number,
  limits: { min: number; max: number; options: readonly number[] },
  titleKey: string,
): Field<number> => ({
  schema: s.int(s.minimum(limits.min), s.maximum(limits.max)),
  default: initial,
  titleKey,
  control: { kind: "milliseconds", ...limits },
});

/** One of a few whole percentages. */
export const percent = (initial: number, options: readonly number[], titleKey: string): Field<number> => ({
  schema: s.literal(options),
  default: initial,
  titleKey,
  control: { kind: "percent", options },
});

/** What a person writes. Empty is the default and means that nothing is set: no setting has null as its value. */
export const text = (
  limits: { maxLength: number; multiline?: boolean; pattern?: RegExp; problem?: string; culprit?: RegExp },
  titleKey: string,
): Field<string> => ({
  schema: s.string(
    s.maxLength(limits.maxLength),
    s.regex(limits.pattern ?? /^/),
    s.refine(isStorableText, "a character that cannot be stored"),
  ),
  default: "",
  titleKey,
  control: {
    kind: "text",
    maxLength: limits.maxLength,
    multiline: limits.multiline ?? false,
    ...(limits.pattern !== undefined && { pattern: limits.pattern }),
    ...(limits.problem !== undefined && { problem: limits.problem }),
    ...(limits.culprit !== undefined && { culprit: limits.culprit }),
  },
});

/**
 * The name of a zone of the IANA database, by its form. Whether a zone has it is judged where a change comes in
 * (`known-zones`, and SQL): a page does not carry six hundred names. Offsets are never stored: they change with the season.
 */
export const timeZone = (initial: string, titleKey: string): Field<string> => ({
  schema: s.string(s.maxLength(64), s.regex(/^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/)),
  default: initial,
  titleKey,
  control: { kind: "timeZone" },
});

/** One value of several parts: stored, compared, conflicted and recorded whole. The schema must be strict. */
export const atomic = <T extends Json>(
  schema: s.Schema<T>,
  initial: T,
  titleKey: string,
  control: Control = { kind: "none" },
): Field<T> => ({ schema, default: initial, titleKey, control });

/** The same kind of node under each of the keys, or of a value or a schema under each part of a leaf. */
export function mapOf<Key extends string, N>(keys: readonly Key[], nodeOf: (key: Key) => N): Record<Key, N> {
  const map = Object.fromEntries(keys.map((key) => [key, nodeOf(key)]));
  if (!holdsEvery(map, keys)) throw new Error("Object.fromEntries lost a key");
  return map;
}

const holdsEvery = <Key extends string, N>(
  map: { [key: string]: N },
  keys: readonly Key[],
): map is Record<Key, N> => keys.every((key) => Object.hasOwn(map, key));
