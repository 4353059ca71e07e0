import type { AnyAST, IntrospectResult } from "@supabase/lite";

/**
 * Writes what a request stores as json, or hands to a function as json, as JSON, in place. @supabase/lite hands text and
 * truth values on as they are, so that the text "1" would arrive as the number 1.
 */
export function writeJson(read: AnyAST, known: IntrospectResult): void {
  const { schema = known.default_schema ?? "public", httpMethod } = read;
  if (read.values !== undefined && read.from !== undefined) {
    const columns = known.columns.filter(
      (column) => column.schema === schema && column.table === read.from && isJson(column.pg_type),
    );
    const names = new Set(columns.map(({ name }) => name));
    // Twice: lite reads text for a column of json as JSON once.
    for (const row of [read.values].flat()) encode(encode(row, names), names);
  }
  if (read.args !== undefined && !Array.isArray(read.args) && httpMethod === "POST") {
    const overloads = (known.functions ?? []).filter(
      (known) => known.schema === schema && known.name === read.function,
    );
    const names = overloads.flatMap(({ arg_names, arg_types }) =>
      arg_names.filter((_, at) => isJson(arg_types[at])),
    );
    encode(read.args, new Set(names));
  }
}

const isJson = (type: string | undefined) => type === "json" || type === "jsonb";

function encode(row: object, names: ReadonlySet<string>): object {
  for (const [name, value] of Object.entries(row)) {
    if (names.has(name) && value !== null) Object.assign(row, { [name]: JSON.stringify(value) });
  }
  return row;
}
