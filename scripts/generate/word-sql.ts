import { eventSources } from "@/lib/audit/event-source";
import { channels } from "@/lib/leads/channel";
import { statuses } from "@/lib/leads/event";
import { notificationCategories, notificationTypes, priorities } from "@/lib/vocabulary/categories";
import { heats } from "@/lib/vocabulary/heat";

type Worded = Readonly<{ table: string; column: string; words: readonly string[] }>;

/** Columns that hold one of a list of words which TypeScript declares. */
const worded: readonly Worded[] = [
  { table: "leads", column: "channel", words: channels },
  { table: "leads", column: "heat", words: heats },
  { table: "leads", column: "status", words: statuses },
  { table: "notifications", column: "category", words: notificationCategories },
  { table: "notifications", column: "type", words: notificationTypes },
  { table: "notifications", column: "priority", words: priorities },
  { table: "settings_events", column: "source", words: eventSources },
];

export const wordSql = (): string => `
-- Words that SQL and TypeScript share. A list that changed replaces the one of before; one that did not is left alone,
-- because a new check reads the whole table under a lock.
do $$
declare
  worded record;
  relation regclass;
begin
  for worded in
    select w.name, w.attribute, w.name || '_' || w.attribute || '_check' as rule, format('CHECK ((%I = ANY (ARRAY[%s])))',
      w.attribute, (select string_agg(quote_literal(word) || '::text', ', ' order by place)
        from unnest(w.words) with ordinality u (word, place))) as wanted
    from (values
${worded.map(row).join(",\n")}
    ) w (name, attribute, words)
  loop
    relation := format('public.%I', worded.name);
    continue when exists (
      select from pg_catalog.pg_constraint c
      where c.conrelid = relation and c.conname = worded.rule and pg_get_constraintdef(c.oid) = worded.wanted);
    execute format('alter table %s drop constraint if exists %I, add constraint %I %s',
      relation, worded.rule, worded.rule, worded.wanted);
  end loop;
end;
$$;`;

const row = ({ table, column, words }: Worded) => `      ('${table}', '${column}', array[
${words.map((word) => `        '${word}'`).join(",\n")}])`;
