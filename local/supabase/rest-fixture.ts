import { randomUUID } from "node:crypto";
import { createTestDatabase } from "../test-database";
import { issueToken, startTestSupabase, stockClient } from "../test-supabase";

/** The tests have their own tables and functions, so that the product's migrations may change freely. */
const SCHEMA = `
  create table public.note (
    id int generated always as identity primary key,
    owner uuid not null default auth.uid(),
    body text not null unique,
    data jsonb not null default '{}',
    at timestamptz not null default '2026-11-22 11:00:10.984Z',
    secret text
  );
  alter table public.note enable row level security;
  grant select (id, owner, body, data, at), insert (body, data), update (body, data), delete
    on public.note to authenticated;
  create policy "people see their own notes" on public.note for select to authenticated
    using (owner = (select auth.uid()));
  create policy "people write their own notes" on public.note for insert to authenticated
    with check (owner = (select auth.uid()));
  create policy "people change their own notes" on public.note for update to authenticated
    using (owner = (select auth.uid()));
  create policy "people remove their own notes" on public.note for delete to authenticated
    using (owner = (select auth.uid()));

  create table public.closed (id int primary key);
  alter table public.closed enable row level security;

  create table public.holder (id int primary key, kept public.note);
  alter table public.holder enable row level security;
  create policy "everybody" on public.holder to authenticated using (true);
  grant select on public.holder to authenticated;
  insert into public.holder values (1, row(1, null, 'body', '{}', now(), null));

  create schema private;
  create table private.vault (id int primary key);
  alter table private.vault enable row level security;

  create function public.whoami() returns jsonb language sql stable set search_path = ''
    as $$ select jsonb_build_object('uid', auth.uid(), 'role', auth.role(), 'email', auth.email(), 'user', current_user) $$;
  revoke all on all functions in schema public from public;
  grant execute on all functions in schema public to authenticated;
`;

export async function startRestFixture() {
  const database = await createTestDatabase({ migrations: false });
  await database.pool.query(SCHEMA);
  const supabase = await startTestSupabase(database);
  const as = (person: string) => stockClient(supabase, () => issueToken(person));
  const stop = async () => {
    await supabase.stop();
    await database.drop();
  };
  return { database, supabase, as, anyone: () => as(randomUUID()), stop };
}

export type RestFixture = Awaited<ReturnType<typeof startRestFixture>>;
