import type { Sql } from "postgres";

type Parse = (text: string) => unknown;

/**
 * Makes every array of the database arrive as PostgREST gives it: the client of @supabase/lite (postgres 3.4.9) reads NULL in
 * an array as the text "NULL". A composite value, which PostgREST gives as an object, is refused by name: nothing here
 * can read it. Call again when types are added.
 */
export async function readArrays({ unsafe, options }: Sql): Promise<void> {
  const arrays = await unsafe(
    "select oid, typelem as element, typdelim as delimiter from pg_catalog.pg_type where typcategory = 'A'",
  );
  for (const { oid, element, delimiter } of arrays) {
    options.parsers[oid] = (text: string) =>
      parseArray(text, options.parsers[element] ?? ((item: string) => item), delimiter);
  }
  const composites = await unsafe(
    "select oid, oid::regtype::text as name from pg_catalog.pg_type where typtype = 'c' or oid = 'record'::regtype",
  );
  for (const { oid, name } of composites) {
    options.parsers[oid] = () => {
      throw new Error(`The local platform cannot answer with a composite value (${name}): select its fields`);
    };
  }
}

/** Reads PostgreSQL's text of an array, `{a,NULL,"b c",{…}}`, bounds like `[0:1]=` before it included. */
export function parseArray(text: string, parse: Parse, delimiter = ","): unknown[] {
  let at = text.indexOf("{");

  function item(): unknown {
    if (text[at] === "{") return list();
    if (text[at] === '"') return parse(quoted());
    const start = at;
    while (text[at] !== delimiter && text[at] !== "}") at += 1;
    const bare = text.slice(start, at);
    return bare === "NULL" ? null : parse(bare);
  }
  function quoted(): string {
    let value = "";
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === "\\") at += 1;
      value += text[at];
    }
    at += 1;
    return value;
  }
  function list(): unknown[] {
    const items: unknown[] = [];
    at += 1;
    while (text[at] !== "}") {
      items.push(item());
      if (text[at] === delimiter) at += 1;
    }
    at += 1;
    return items;
  }
  return list();
}
