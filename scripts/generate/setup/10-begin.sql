-- ── 1. Tools of this script ─────────────────────────────────────────────────────────────────────────────────────────
-- Everything in schema ovenai_setup is gone again at the end. Nothing outside sees any of it: it is one transaction.

begin;

-- Two people pasting at once take turns; a table that somebody holds for long is not waited for.
select pg_advisory_xact_lock(hashtextextended('create-comprehensive-user-settings-safe', 0));
set local lock_timeout = '30s';
set local statement_timeout = '30min';
set local client_min_messages = warning;
-- Every name comes out with its schema, and a time without a zone is read as UTC.
set local search_path = '';
set local timezone = 'UTC';

create schema ovenai_setup;

-- What the migrations make, by name, and on which ground (choose_ground): all; own where tables of the business are ours,
-- ties where all of them are; beside where some are not, judged where the leads are not; ovenai and found beside an
-- existing OvenAI and another business; rules, by which rows of other programs are read: they stay beside an existing
-- OvenAI and are lent elsewhere. Our tables of the business may have columns of others beside, with what hangs on
-- them; all other tables of ours come out exactly as the migrations make them.
create table ovenai_setup.names (
  kind text not null, schema text not null, name text not null, ground text not null, place integer not null
);
create table ovenai_setup.lent (kind text not null, schema text not null, name text not null);
create table ovenai_setup.migrations (name text primary key, ground text not null, sql text not null);

-- How things will be in the end, and what was found of our tables at the start.
create table ovenai_setup.expected (kind text, relation text, name text, definition text, details jsonb);
create table ovenai_setup.tables (
  relation text primary key, name text not null, shared boolean not null, place integer not null,
  -- There before, in another shape; such a table's rows are compared before and after.
  stale boolean not null,
  -- The section of a settings table whose rows are still whole documents; otherwise null.
  section text,
  -- Triggers that were on and go on again.
  triggers text[] not null default '{}'
);
create table ovenai_setup.added (relation text, name text);
create table ovenai_setup.before (relation text, place bigint, content jsonb, primary key (relation, place));
create table ovenai_setup.report (id integer generated always as identity, relation text, what text, how_many bigint);

-- What had to give way stays here, outside the API: nobody but the owner of the database reads it. It goes with the
-- account of the person it is about. Dropped again below when there was nothing to keep.
create schema if not exists kept_by_setup;
revoke all on schema kept_by_setup from public, anon, authenticated, service_role;
create table if not exists kept_by_setup.rows (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  relation text not null,
  -- removed, or changed: in which columns.
  what text not null check (what in ('removed', 'changed')),
  columns text[] not null,
  -- A removed row, or what the changed columns said, with the row's id.
  content jsonb not null,
  -- Its id now, which may be another; null where it was removed.
  row_now text,
  user_id uuid references auth.users (id) on delete cascade
);
create index if not exists rows_user_id_idx on kept_by_setup.rows (user_id);
create table if not exists kept_by_setup.definitions (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  relation text not null,
  what text not null,
  -- The statement that would make it again.
  definition text not null
);
alter table kept_by_setup.rows enable row level security;
alter table kept_by_setup.definitions enable row level security;
drop policy if exists "the service reads kept rows" on kept_by_setup.rows;
create policy "the service reads kept rows" on kept_by_setup.rows for select to service_role using (true);
drop policy if exists "the service reads kept definitions" on kept_by_setup.definitions;
create policy "the service reads kept definitions" on kept_by_setup.definitions
  for select to service_role using (true);
revoke all on table kept_by_setup.rows, kept_by_setup.definitions
  from public, anon, authenticated, service_role;

create function ovenai_setup.note(relation text, what text, how_many bigint) returns void
language sql set search_path = '' as $$
  insert into ovenai_setup.report (relation, what, how_many) select $1, $2, $3 where $3 > 0;
$$;

-- Keeps a definition, then removes what it defines.
create function ovenai_setup.give_way(relation text, what text, definition text, statement text) returns void
language plpgsql set search_path = '' as $$
begin
  insert into kept_by_setup.definitions (relation, what, definition) values ($1, $2, $3);
  execute statement;
  perform ovenai_setup.note(relation, what || ' removed, definition kept', 1);
end;
$$;

-- Stops everything, in a sentence that says what to do.
create function ovenai_setup.refuse(problem text, cure text) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using message = problem, hint = cure || ' Nothing was changed; run the script again after that.';
end;
$$;
