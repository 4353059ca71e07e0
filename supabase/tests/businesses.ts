import type pg from "pg";
import { createUser } from "@/local/test-people";
import { businessTables, fillBusiness } from "./business-tables";

/** Somebody who is in one project of the business, that project, its client, and a lead in it if leads are theirs. */
export type Found = Readonly<{ person: string; project: string; client: string; lead: string | null }>;
/** A business that is neither ours nor OvenAI. `theirs`: those of our names that it has tables under. */
type Business = Readonly<{
  name: string;
  theirs: readonly string[];
  build: (pool: pg.Pool) => Promise<Found>;
}>;

async function buildOwner(pool: pg.Pool): Promise<Found> {
  await pool.query(businessTables);
  const { owner, clients, projects } = await fillBusiness(pool);
  return { person: owner, project: projects[0] ?? "", client: clients[0] ?? "", lead: null };
}

const narrowTables = `
  create table public.clients (id uuid primary key, name text);
  create table public.projects (id uuid primary key, name text, client_id uuid, owner uuid);
  create table public.leads (id uuid primary key, name text, project_id uuid);`;

async function buildNarrow(pool: pg.Pool): Promise<Found> {
  await pool.query(narrowTables);
  const person = await createUser(pool);
  const [client, project, lead] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await pool.query("insert into public.clients values ($1, 'Acme')", [client]);
  await pool.query("insert into public.projects values ($1, 'Spring', $2, $3)", [project, client, person]);
  await pool.query("insert into public.leads values ($1, 'Dana', $2), (gen_random_uuid(), null, null)", [
    lead,
    project,
  ]);
  return { person, project, client, lead };
}

/** All eight names, none in our shape, and everything that may hang on a table. */
const wideTables = `
  create type public.stage as enum ('open', 'QUALIFIED', 'lost', 'parked');
  create table public.clients (id uuid primary key default gen_random_uuid(), name varchar(200) not null, user_id uuid);
  create table public.client_members (
    id bigint generated always as identity primary key, client_id uuid not null references public.clients (id),
    user_id uuid references auth.users (id), role text not null default 'Boss');
  create table public.projects (
    id uuid primary key default gen_random_uuid(), label text, account uuid references public.clients (id),
    begun date default now());
  create table public.project_members (
    project_id uuid references public.projects (id) on delete cascade, member_id uuid, role text,
    primary key (project_id, member_id));
  create table public.leads (
    id uuid primary key default gen_random_uuid(), campaign uuid references public.projects (id) on delete cascade,
    full_name text collate "C", source text, heat varchar(10), status public.stage default 'open', value money,
    bant_need boolean, created_at timestamp default now(), updated_at timestamptz default now());
  create index leads_of_campaign on public.leads (campaign);
  create table public.lead_events (id serial primary key, what text not null);
  create table public.meetings (
    id uuid primary key default gen_random_uuid(), lead_id uuid references public.leads (id) on delete cascade,
    start_time timestamptz, status text);
  create table public.messages (id bigint generated always as identity primary key, body text);
  create table public.log (line text);
  create function public.log_lead() returns trigger language plpgsql as $$
    begin insert into public.log values (tg_op || ' ' || new.id); return new; end; $$;
  create trigger log_lead before insert or update on public.leads for each row execute function public.log_lead();
  create rule no_log as on delete to public.log do instead nothing;
  create view public.open_leads as select id, full_name from public.leads where status = 'open';
  alter table public.projects enable row level security;
  create policy "everybody adds" on public.projects for insert to public with check (true);
  grant all on all tables in schema public to anon, authenticated;
  grant usage on sequence public.lead_events_id_seq to anon;
  comment on table public.projects is 'Campaigns.';
  alter publication supabase_realtime add table public.leads;`;

async function buildWide(pool: pg.Pool): Promise<Found> {
  await pool.query(wideTables);
  const person = await createUser(pool);
  const [client, project, lead] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const run = (sql: string, ...values: unknown[]) => pool.query(sql, values);
  await run("insert into public.clients (id, name) values ($1, $2)", client, "Acme".repeat(40));
  await run("insert into public.client_members (client_id, user_id) values ($1, $2)", client, person);
  await run("insert into public.projects (id, label, account) values ($1, 'Spring', $2)", project, client);
  // Whoever left is still in their table.
  await run(
    "insert into public.project_members values ($1, $2, 'MEMBER'), ($1, gen_random_uuid(), 'OWNER')",
    project,
    person,
  );
  await run(
    `insert into public.leads (id, campaign, full_name, source, heat, status, value, bant_need)
     values ($1, $2, 'Dana', 'Google', 'HOT', 'QUALIFIED', 1234.5, true),
       (gen_random_uuid(), $2, ' ', 'radio', 'tepid', 'parked', -1, null), (gen_random_uuid(), null, 'Nobody''s', null, null, null, null, null)`,
    lead,
    project,
  );
  await run("insert into public.lead_events (what) values ('called')");
  await run(
    "insert into public.meetings (lead_id, start_time, status) values ($1, now(), 'Cancelled')",
    lead,
  );
  await run("insert into public.messages (body) values ('hello')");
  return { person, project, client, lead };
}

async function buildProjects(pool: pg.Pool): Promise<Found> {
  await pool.query(
    "create table public.projects (id uuid primary key, name text, owner_id uuid, made timestamptz)",
  );
  const [person, project] = [await createUser(pool), crypto.randomUUID()];
  await pool.query("insert into public.projects values ($1, 'Spring', $2)", [project, person]);
  return { person, project, client: project, lead: null };
}

export const businesses: readonly Business[] = [
  { name: "with projects alone", theirs: ["projects"], build: buildProjects },
  { name: "with clients and projects", theirs: ["clients", "projects"], build: buildOwner },
  { name: "with leads as well", theirs: ["clients", "projects", "leads"], build: buildNarrow },
  {
    name: "with tables under all our names",
    theirs: [
      "clients",
      "client_members",
      "projects",
      "project_members",
      "leads",
      "lead_events",
      "meetings",
      "messages",
    ],
    build: buildWide,
  },
];
