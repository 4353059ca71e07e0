-- What the contract's requests speak of.
create table public.contract_parent (
  id int primary key,
  name text not null unique check (name <> 'forbidden'),
  secret text
);
-- Without row-level security: PostgreSQL withholds the values of a violated key from a table that has it.
create table public.contract_child (
  id int primary key,
  parent_id int not null references public.contract_parent,
  label text unique
);
create table public.contract_value (
  id int primary key,
  words text[],
  numbers int[],
  bytes bytea,
  ratio float8,
  amount numeric,
  big int8,
  data jsonb,
  at timestamptz
);
create table public.contract_closed (id int primary key);

alter table public.contract_parent enable row level security;
alter table public.contract_value enable row level security;
alter table public.contract_closed enable row level security;
create policy "anybody signed in, but id 99" on public.contract_parent to authenticated using (true) with check (id <> 99);
create policy "anybody signed in" on public.contract_value to authenticated using (true);

insert into public.contract_parent (id, name) values (1, 'first'), (2, 'second');
insert into public.contract_child (id, parent_id, label) values (1, 1, 'true'), (2, 1, 'null'), (3, 1, '1.0'), (4, 2, 'a,b');
insert into public.contract_value (id, words, numbers, bytes, ratio, amount, big, data, at) values
  (1, array['a', null, 'NULL', '', 'with "quote", comma'], array[1, null, 3], '\xdeadbeef', 'NaN', 'NaN', 9007199254740991,
    '{"n": 9, "word": "nine", "flag": true, "none": null, "deep": {"n": "9"}}', '2026-11-22 11:00:10.984Z'),
  (2, '{}', array[]::int[], '\x', 'Infinity', 'Infinity', 2, '{"n": 10, "word": "ten", "flag": false}', 'infinity'),
  (3, null, '{{1,2},{null,4}}', null, '-Infinity', 1.50, -3, '{"n": "09", "word": "null"}', null),
  (4, null, null, null, null, null, null, null, null);

create function public.contract_raise(state text) returns void language plpgsql volatile set search_path = ''
  as $$ begin raise exception 'refused' using errcode = state, detail = 'a.path', hint = 'why'; end $$;
create function public.contract_divide(by int) returns int language sql stable set search_path = '' as $$ select 1 / by $$;
create function public.contract_write() returns void language sql volatile set search_path = ''
  as $$ update public.contract_parent set name = name where id = 1 $$;
create function public.contract_answer(status text, body jsonb) returns jsonb language plpgsql volatile set search_path = ''
  as $$ begin perform set_config('response.status', status, true); return body; end $$;
create function public.contract_kind(v jsonb) returns jsonb language sql stable set search_path = ''
  as $$ select jsonb_build_object('kind', jsonb_typeof(v), 'value', v) $$;

-- Older projects grant everything by default, newer ones nothing: the contract states its own grants.
revoke all on public.contract_parent, public.contract_child, public.contract_value, public.contract_closed
  from anon, authenticated, service_role;
revoke all on function public.contract_raise, public.contract_divide, public.contract_write, public.contract_answer, public.contract_kind from public, anon, authenticated, service_role;
grant select (id, name), insert (id, name), update (id, name), delete on public.contract_parent to authenticated;
grant select, insert, update, delete on public.contract_child, public.contract_value to authenticated;
grant select on public.contract_child to service_role;
grant execute on function public.contract_raise, public.contract_divide, public.contract_write, public.contract_answer, public.contract_kind to authenticated;
notify pgrst, 'reload schema';
