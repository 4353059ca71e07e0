import type { Kind } from "@/lib/notifications/kinds";
import { messageSql } from "./message-sql";

const told = ["category", "type", "priority", "title", "message", "action_url", "collapse_key"] as const;

/** What a notification says beside its params, by the kind that `params` names. */
export const kindSql = (kinds: ReadonlyMap<string, Kind>): string => `
-- What a notification says beside its params, {kind, …facts}, by its kind (lib/notifications/kinds.ts).
create or replace function private.notification_text(
  params jsonb,
${told.map((column) => `  out ${column} text`).join(",\n")}
)
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  case params ->> 'kind'
${[...kinds].map(branch).join("\n")}
    else
      raise exception 'Not a kind of notification: %.', params ->> 'kind' using errcode = 'PT400', detail = 'params';
  end case;
end;
$$;
revoke all on function private.notification_text(jsonb) from public, anon, authenticated, service_role;`;

function branch([name, { category, stored }]: [string, Kind]): string {
  const values = told.map((column) => {
    const value = column === "category" ? category : stored[column];
    return `      ${column} := ${messageSql(`The ${column} of kind ${name}`, value)};`;
  });
  return `    when '${name}' then\n${values.join("\n")}`;
}
