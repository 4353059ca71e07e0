import {
  $ZodArray,
  $ZodBoolean,
  $ZodCatch,
  $ZodCustom,
  $ZodDefault,
  $ZodEmail,
  $ZodEnum,
  $ZodLiteral,
  $ZodNever,
  $ZodNullable,
  $ZodNumber,
  $ZodNumberFormat,
  $ZodObject,
  $ZodOptional,
  $ZodPipe,
  $ZodString,
  $ZodTransform,
  $ZodURL,
  $ZodUndefined,
  $ZodUnknown,
  $ZodUUID,
  _array,
  _boolean,
  _check,
  _email,
  _enum,
  _gte,
  _literal,
  _lte,
  _maxLength,
  _minLength,
  _number,
  _overwrite,
  _pipe,
  _refine,
  _regex,
  _toLowerCase,
  _transform,
  _trim,
  _undefined,
  _unknown,
  _url,
  _uuid,
  config,
  parse as parseOrThrow,
  parseAsync as parseLater,
  safeParse as parseOrTell,
  type $strict,
  type $strip,
  type $ZodCheck as Check,
  type $ZodShape,
  type $ZodType,
  type output,
  type ParsePayload,
  type util,
} from "zod/v4/core";

// In a browser zod would try whether it may compile schemas into functions, and the policy of our pages reports the try.
// Before any schema is made: each looks when it is made.
if (typeof document !== "undefined") config({ jitless: true });

/**
 * zod for code that a browser loads, made of zod's own core. Of the core a bundler keeps what is named here; of zod and
 * of zod/mini it keeps all formats and helpers, in every page, as soon as one page imports either.
 */
export type Schema<Value = unknown, Given = unknown> = $ZodType<Value, Given>;
export type ValueOf<S extends Schema> = output<S>;
export type { Check };

// Each is a function of this module: a name handed on from zod would be a second way into zod's modules, and a bundler
// keeps all of a module that has two.
export const parse = <S extends Schema>(schema: S, value: unknown) => parseOrThrow(schema, value);
export const parseAsync = <S extends Schema>(schema: S, value: unknown) => parseLater(schema, value);
export const safeParse = <S extends Schema>(schema: S, value: unknown) => parseOrTell(schema, value);

export const boolean = () => _boolean($ZodBoolean);
export const number = () => _number($ZodNumber);
export const int = (...checks: Check<number>[]) =>
  new $ZodNumberFormat({ type: "number", check: "number_format", format: "safeint", abort: false, checks });
export const email = (message: string) => _email($ZodEmail, message);
export const uuid = () => _uuid($ZodUUID);
/** An address with its scheme. `protocol`: what it may be. */
export const url = (protocol?: RegExp) => _url($ZodURL, protocol ? { protocol } : undefined);
/** What an action is given that needs nothing. */
export const nothing = () => _undefined($ZodUndefined);
export const unknown = () => _unknown($ZodUnknown);
export const array = <Item extends Schema>(item: Item) => _array($ZodArray, item);

/** One of some texts. */
export const oneOf = <const Option extends string>(options: readonly Option[]) =>
  _enum($ZodEnum, [...options]);
export const literal = <const Value extends util.Literal>(values: readonly Value[]) =>
  _literal($ZodLiteral, [...values]);

export const minimum = (least: number) => _gte(least);
export const maximum = (most: number) => _lte(most);
export const minLength = (least: number, problem?: string) => _minLength(least, problem);
export const maxLength = (most: number, problem?: string) => _maxLength(most, problem);
export const regex = (pattern: RegExp) => _regex(pattern);
export const trim = () => _trim();
/** Another way to write the same: the value goes on as `to` answers. */
export const overwrite = <Value>(to: (value: Value) => Value) => _overwrite(to);
export const toLowerCase = () => _toLowerCase();

/** A rule that names its problems itself. */
export const check = <Value>(rule: (payload: ParsePayload<Value>) => void): Check<Value> => _check(rule);

/** A rule of a value beside its type. `path`: the part of the value that breaks it. */
export const refine = <Value>(
  test: (value: Value) => unknown,
  problem?: string | { path: PropertyKey[]; message: string },
) => _refine($ZodCustom, test, problem);

export const transform = <From, To>(to: (value: From) => To) => _transform($ZodTransform, to);
export const pipe = <
  const First extends Schema,
  Then extends Schema<unknown, output<First>> = Schema<unknown, output<First>>,
>(
  first: First,
  then: Then | Schema<unknown, output<First>>,
) => _pipe($ZodPipe, first, then);

// The constructors of zod forget the types of what they are given: an overload says them.

export function string(...checks: Check<string>[]): $ZodString<string>;
export function string(...checks: Check<string>[]) {
  return new $ZodString({ type: "string", checks });
}

/** A value that passes a test. */
export function custom<Value>(
  test?: (value: unknown) => boolean,
  ...checks: Check<Value>[]
): $ZodCustom<Value, Value>;
export function custom(fn: (value: unknown) => boolean = () => true, ...checks: Check[]) {
  return new $ZodCustom({ type: "custom", check: "custom", fn, abort: true, checks });
}

export function nullable<S extends Schema>(inner: S): $ZodNullable<S>;
export function nullable(innerType: Schema) {
  return new $ZodNullable({ type: "nullable", innerType });
}

export function optional<S extends Schema>(inner: S): $ZodOptional<S>;
export function optional(innerType: Schema) {
  return new $ZodOptional({ type: "optional", innerType });
}

export function withDefault<S extends Schema>(inner: S, initial: output<S>): $ZodDefault<S>;
export function withDefault(innerType: Schema, defaultValue: unknown) {
  return new $ZodDefault({ type: "default", innerType, defaultValue });
}

/** What breaks the rules of `inner` is replaced. */
export function withFallback<S extends Schema>(inner: S, instead: output<S>): $ZodCatch<S>;
export function withFallback(innerType: Schema, instead: unknown) {
  return new $ZodCatch({ type: "catch", innerType, catchValue: () => instead });
}

/** Other keys are dropped. */
export function object<Shape extends $ZodShape>(shape: Shape): $ZodObject<Shape, $strip>;
export function object(shape: $ZodShape) {
  return new $ZodObject({ type: "object", shape });
}

/** Other keys are refused. */
export function strictObject<Shape extends $ZodShape>(
  shape: Shape,
  ...checks: Check<output<$ZodObject<Shape, $strict>>>[]
): $ZodObject<Shape, $strict>;
export function strictObject(shape: $ZodShape, ...checks: Check[]) {
  return new $ZodObject({ type: "object", shape, catchall: new $ZodNever({ type: "never" }), checks });
}
