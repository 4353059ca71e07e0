import type pg from "pg";
import { createUser } from "@/local/test-people";

/** A business that keeps clients and projects of its own: of the columns that the product knows, only `id`. */
export const businessTables = `
  create table public.clients (
    id uuid primary key, company text not null unique, plan varchar(20) not null default 'free', seats integer not null
  );
  create table public.projects (
    id uuid constraint projects_identity primary key default gen_random_uuid(),
    customer uuid references public.clients (id), title text, owner_id uuid, settings jsonb
  );
  create index projects_title_idx on public.projects (title);
  create function public.shout() returns trigger language plpgsql as $$
    begin new.title := upper(new.title); return new; end; $$;
  create trigger shout before insert or update on public.projects for each row execute function public.shout();
  create table public.invoices (
    id bigint generated always as identity primary key, project_id uuid not null references public.projects (id)
  );
  create view public.project_titles as select id, title from public.projects;
  alter table public.projects enable row level security;
  create policy "everybody sees everything" on public.projects for all to public using (true);
  grant all on public.clients, public.projects to anon, authenticated;
  alter publication supabase_realtime add table public.projects;`;

export type BusinessRows = Readonly<{ owner: string; clients: string[]; projects: string[] }>;

/** Two clients; a project of the first, one that names no client, and one whose client is gone from every column. */
export async function fillBusiness(pool: pg.Pool): Promise<BusinessRows> {
  const owner = await createUser(pool);
  const clients = await ids(
    pool,
    `insert into public.clients (id, company, seats)
     values (gen_random_uuid(), 'Acme', 3), (gen_random_uuid(), 'Globex', 5) returning id`,
  );
  const projects = await ids(
    pool,
    `insert into public.projects (customer, title, owner_id, settings)
     values ($1, 'Spring', $2, '{"a": 1}'), (null, null, null, null), (null, $3, null, null) returning id`,
    [clients[0], owner, "x".repeat(150)],
  );
  await pool.query("insert into public.invoices (project_id) select id from public.projects");
  return { owner, clients, projects };
}

async function ids(pool: pg.Pool, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(sql, values);
  return rows.map(({ id }) => id);
}
