import type { Rows } from "./rows";

/** Every row of every table, as a thief of the database would read it. */
export async function dump(rows: Rows): Promise<string> {
  const { rows: tables } = await rows.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'private', 'auth')`,
  );
  const texts = [];
  for (const { name } of tables) {
    const { rows: found } = await rows.pool.query<{ text: string }>(
      `select coalesce(string_agg(t::text, e'\\n'), '') as text from ${name} t`,
    );
    texts.push(found[0]?.text);
  }
  return texts.join("\n");
}
