import { eventSources } from "@/lib/audit/event-source";
import { channels } from "@/lib/leads/channel";
import { statuses } from "@/lib/vocabulary/statuses";
import {
  categories,
  notificationCategories,
  notificationTypes,
  priorities,
} from "@/lib/vocabulary/categories";
import { outgoingChannels } from "@/lib/vocabulary/channels";
import { deliveryStates } from "@/lib/vocabulary/delivery-states";
import { heats } from "@/lib/vocabulary/heat";
import { meetingAnswers } from "@/lib/vocabulary/meeting-answers";
import { keptAwayReasons, subscriptionStates } from "@/lib/vocabulary/kept-away";

/** `business`: a table that is not always ours to check. `beside`: words that programs of an existing OvenAI write, too. */
type Worded = Readonly<{
  schema: "public" | "private";
  table: string;
  column: string;
  words: readonly string[];
  business?: boolean;
  beside?: readonly string[];
}>;

const olderTypes = ["lead", "message", "meeting", "system"];

/** Columns that hold one of a list of words which TypeScript declares. `private.lead_judgements` is not everywhere. */
const worded: readonly Worded[] = [
  { schema: "public", table: "leads", column: "channel", words: channels, business: true },
  { schema: "public", table: "leads", column: "heat", words: heats, business: true },
  { schema: "public", table: "leads", column: "status", words: statuses, business: true },
  { schema: "private", table: "lead_judgements", column: "heat", words: heats },
  { schema: "private", table: "lead_judgements", column: "status", words: statuses },
  { schema: "public", table: "notifications", column: "category", words: notificationCategories },
  { schema: "public", table: "notifications", column: "type", words: notificationTypes, beside: olderTypes },
  { schema: "public", table: "notifications", column: "priority", words: priorities },
  { schema: "public", table: "notifications", column: "kept_away", words: keptAwayReasons },
  { schema: "public", table: "notification_subscriptions", column: "state", words: subscriptionStates },
  { schema: "private", table: "destinations", column: "channel", words: outgoingChannels },
  { schema: "private", table: "deliveries", column: "channel", words: outgoingChannels },
  { schema: "private", table: "deliveries", column: "status", words: deliveryStates },
  { schema: "private", table: "project_apps", column: "categories", words: categories },
  { schema: "private", table: "project_posts", column: "status", words: deliveryStates },
  { schema: "private", table: "meeting_answers", column: "answer", words: meetingAnswers },
  { schema: "public", table: "settings_events", column: "source", words: eventSources },
];

export const wordSql = (): string => `
-- Words that SQL and TypeScript share. A list that changed replaces the one of before; one that did not is left alone,
-- because a new check reads the whole table under a lock.
do $$
declare
  worded record;
begin
  for worded in
    select to_regclass(format('%I.%I', w.schema, w.name)) as relation, w.attribute, w.business,
      w.name || '_' || w.attribute || '_check' as rule, format(case when w.attribute = 'categories' then 'CHECK ((%I <@ ARRAY[%s]))' else 'CHECK ((%I = ANY (ARRAY[%s])))' end,
      w.attribute, (select string_agg(quote_literal(word) || '::text', ', ' order by place)
        from unnest(case when private.business_is_ours('leads') then w.words else w.words || w.beside end) with ordinality u (word, place))) as wanted
    from (values
${worded.map(row).join(",\n")}
    ) w (schema, name, attribute, business, beside, words)
  loop
    continue when worded.relation is null or worded.business and not private.business_is_ours('leads');
    continue when exists (
      select from pg_catalog.pg_constraint c
      where c.conrelid = worded.relation and c.conname = worded.rule and pg_get_constraintdef(c.oid) = worded.wanted);
    execute format('alter table %s drop constraint if exists %I, add constraint %I %s',
      worded.relation, worded.rule, worded.rule, worded.wanted);
  end loop;
end;
$$;

-- The words of a column of leads.
create or replace function private.judgement_words(part text)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select case part
    when 'channel' then ${wordList(channels)}
    when 'heat' then ${wordList(heats)}
    when 'status' then ${wordList(statuses)}
  end;
$$;
revoke all on function private.judgement_words(text) from public, anon, authenticated, service_role;
grant execute on function private.judgement_words(text) to authenticated;`;

/** An SQL array of words, on one line. */
export const wordList = (words: readonly string[]): string =>
  `array[${words.map((word) => `'${word}'`).join(", ")}]`;

const row = ({ schema, table, column, words, business = false, beside = [] }: Worded) =>
  `      ('${schema}', '${table}', '${column}', ${business}, ${array(beside)}, ${array(words)})`;

/** Typed, because an array of no words has no type of its own; a word a line, so that a diff names it. */
const array = (words: readonly string[]) =>
  words.length === 0 ? "'{}'::text[]" : `array[\n${words.map((word) => `        '${word}'`).join(",\n")}]`;
