import type { Kind } from "@/lib/notifications/kinds";
import { messageSql } from "./message-sql";
import { wordList } from "./word-sql";

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
  if title || message || action_url || collapse_key is null then
    raise exception 'A fact of the kind % is missing.', params ->> 'kind' using errcode = 'PT400', detail = 'params';
  end if;
end;
$$;

-- How a kind is treated. collapse_seconds: an unread row of the same collapse_key becomes part of a new one for so long.
-- What it tells is worth telling for lifetime_seconds, or until the instant that the fact lifetime_fact holds. heat_fact:
-- the fact that a person's threshold of heat is compared with.
create or replace function private.kind_rules(
  kind text,
${rules.map(([name, type]) => `  out ${name} ${type}`).join(",\n")}
)
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
begin
  case kind
${[...kinds].map(ruleBranch).join("\n")}
    else
      raise exception 'Not a kind of notification: %.', kind using errcode = 'PT400', detail = 'params';
  end case;
end;
$$;
revoke all on function private.notification_text(jsonb), private.kind_rules(text)
  from public, anon, authenticated, service_role;
grant execute on function private.kind_rules(text) to service_role;`;

const rules = [
  ["channels", "text[]"],
  ["mandatory", "text[]"],
  ["collapse_seconds", "integer"],
  ["lifetime_seconds", "integer"],
  ["lifetime_fact", "text"],
  ["heat_fact", "text"],
] as const;

function ruleBranch([name, { channels, mandatory, collapseSeconds, lifetime, heat }]: [
  string,
  Kind,
]): string {
  const values: Record<(typeof rules)[number][0], string> = {
    channels: array(channels),
    mandatory: array(mandatory),
    collapse_seconds: String(collapseSeconds),
    lifetime_seconds: typeof lifetime === "number" ? String(lifetime) : "null",
    lifetime_fact: typeof lifetime === "number" ? "null" : `'${lifetime.until}'`,
    heat_fact: heat === null ? "null" : `'${heat}'`,
  };
  const lines = Object.entries(values).map(([column, value]) => `      ${column} := ${value};`);
  return `    when '${name}' then\n${lines.join("\n")}`;
}

const array = (words: readonly string[]) => (words.length === 0 ? "'{}'" : wordList(words));

function branch([name, { category, stored }]: [string, Kind]): string {
  const values = told.map((column) => {
    const value = column === "category" ? category : stored[column];
    return `      ${column} := ${messageSql(`The ${column} of kind ${name}`, value)};`;
  });
  return `    when '${name}' then\n${values.join("\n")}`;
}
