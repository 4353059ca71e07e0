import { allZoneNames } from "./zone-data";

/**
 * The names of zones that may be stored, as the product's own table has them: PostgreSQL's zones are of another age than
 * ours, and it takes POSIX rules for zones, too (docs/decisions/032).
 */
export const zoneSql = (): string => `
create or replace function private.is_time_zone(zone text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select zone = any (array[
${lines(allZoneNames().map((name) => `'${name}'`))}
  ]);
$$;

revoke all on function private.is_time_zone(text) from public, anon, authenticated, service_role;
grant execute on function private.is_time_zone(text) to authenticated, service_role;
`;

/** Joined by commas into lines of at most 110 characters. */
function lines(words: readonly string[]): string {
  const rows: string[] = [];
  for (const word of words) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + word.length < 105) rows[rows.length - 1] = `${row}, ${word}`;
    else rows.push(`    ${word}`);
  }
  return rows.join(",\n");
}
