import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type { input, output } from "zod/v4/core";
import { parseAsync, type Schema } from "@/lib/schema";

type FormSchema = Schema<FieldValues, FieldValues>;
type ResolverOf<S extends FormSchema> =
  input<S> extends FieldValues ? Resolver<input<S>, unknown, output<S>> : never;

/** The rules of a form. The resolver of the library calls a method that a schema of zod's core does not have. */
export function schemaResolver<S extends FormSchema>(schema: S): ResolverOf<S>;
export function schemaResolver(schema: FormSchema) {
  return zodResolver({ _zod: schema._zod, parseAsync: (values: unknown) => parseAsync(schema, values) });
}
