import { listed, type StoredSection } from "./tables";

/**
 * The columns of a section: a table is born with those it had then, and one that is declared later is added here, with
 * the shape and the size that its elders have. Who may write them, column by column; the rest of a table's rights and
 * rules is in its own migration.
 */
export function columnSql({ table, columns, rows }: StoredSection): string {
  const given = { person: [], project: ["project_id"], device: ["session_id"] }[rows];
  const added = listed(
    columns,
    "  ",
    (column) => `add column if not exists ${column} jsonb not null default '{}'
    check (jsonb_typeof(${column}) = 'object' and pg_column_size(${column}) <= 8192)`,
  );
  return `alter table ${table}
${added};
revoke insert, update on table ${table} from authenticated;
grant insert (
${listed([...given, ...columns], "  ", (column) => column)}
) on table ${table} to authenticated;
grant update (
${listed(columns, "  ", (column) => column)}
) on table ${table} to authenticated;`;
}
