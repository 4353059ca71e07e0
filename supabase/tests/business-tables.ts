import type pg from "pg";
import { createUser } from "@/local/test-people";
import type { Catalogue } from "./catalogue";
import { linesOf } from "./setup-database";

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

/**
 * Lines of the catalogue that the migrations do not make and that must be there afterwards: what was there of the
 * business's other tables, and what hangs on the own columns of clients and projects.
 */
export const businessLines = (before: Catalogue): string[] =>
  [
    ...linesOf(before).filter((line) =>
      /public\.(invoices|project_titles|shout)\b|public\.invoices_id_seq/.test(line),
    ),
    "columns: public.clients.company text not null",
    "columns: public.clients.plan character varying(20) not null default 'free'::character varying",
    "columns: public.clients.seats integer not null",
    "columns: public.projects.customer uuid",
    "columns: public.projects.owner_id uuid",
    "columns: public.projects.settings jsonb",
    "columns: public.projects.title text",
    "constraints: public.clients clients_company_key: UNIQUE (company)",
    "constraints: public.projects projects_customer_fkey: FOREIGN KEY (customer) REFERENCES public.clients(id)",
    "indexes: CREATE INDEX projects_title_idx ON public.projects USING btree (title)",
    "indexes: CREATE UNIQUE INDEX clients_company_key ON public.clients USING btree (company)",
    "publications: supabase_realtime publishes public.projects",
  ].sort();

/** Of what `readCode` answers, what is the business's. */
export const isBusinessCode = (line: string): boolean => /^(shout\(\)|project_titles)/.test(line);

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
