import type pg from "pg";
import { createUser } from "@/local/test-people";
import { dashboard } from "@/lib/settings/dashboard";
import { isJsonObject, type JsonObject } from "@/lib/settings/json";
import { mergePatch } from "@/lib/settings/patch";
import { defaults } from "@/lib/settings/sections";
import { seededRandom, type Random } from "@/scripts/seed/random";

/**
 * Databases as they may have been before: a business that keeps its own clients and projects, and the five tables as
 * the design document's first script and first service left them, with what went wrong in them since.
 */
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
  grant all on public.clients, public.projects to anon, authenticated;`;

const updatedAt = (table: string) => `
  create trigger update_${table}_updated_at before update on public.${table}
    for each row execute function public.update_updated_at_column();`;

const openToAll = (table: string) => `
  alter table public.${table} enable row level security;
  create policy "Users can manage own rows" on public.${table} for all using (auth.uid()::text = user_id::text);
  create policy "Enable read access for all" on public.${table} for select to anon, authenticated using (true);
  grant all on public.${table} to anon, authenticated, service_role;`;

export const olderTables = `
  create function public.update_updated_at_column() returns trigger language plpgsql as $$
    begin new.updated_at = now() + interval '1 hour'; return new; end; $$;
  create function public.cleanup_expired_sessions() returns integer language plpgsql security definer as $$
    begin delete from public.user_session_state where expires_at < now(); return 1; end; $$;
  create function public.create_notification(user_id uuid, title text) returns void language sql security definer
    as $$ select $$;
  create table public.user_dashboard_settings (
    id uuid primary key default gen_random_uuid(), user_id uuid references auth.users (id), client_id uuid,
    project_id uuid, widget_visibility jsonb default '{"metrics": true}', widget_layout jsonb,
    dashboard_preferences jsonb, created_at timestamptz default now(), updated_at timestamptz default now(),
    unique (user_id, client_id, project_id)
  );
  create index idx_dashboard_visibility on public.user_dashboard_settings using gin (widget_visibility);
  create table public.user_notification_settings (
    id uuid primary key default gen_random_uuid(), user_id text, email_notifications json, push_notifications jsonb,
    sms_notifications jsonb, notification_schedule jsonb, updated_at timestamp
  );
  create table public.user_app_preferences (
    id bigint generated always as identity primary key, user_id uuid, interface_settings text,
    data_preferences jsonb, feature_preferences jsonb, integration_settings jsonb, theme_name text,
    created_at timestamptz default now(), updated_at timestamptz default now()
  );
  create table public.user_session_state (
    id uuid primary key default gen_random_uuid(), user_id uuid references auth.users (id),
    session_id varchar(255), current_context jsonb, ui_state jsonb, expires_at timestamptz,
    created_at timestamptz default now(), updated_at timestamptz default now()
  );
  create table public.notifications (
    id uuid primary key default gen_random_uuid(), user_id uuid references auth.users (id) on delete cascade,
    title text, message text, type varchar(50), read boolean default false, action_url text, metadata jsonb,
    created_at timestamptz default now(), updated_at timestamptz default now()
  );
  create index idx_notifications_metadata on public.notifications using gin (metadata);
  create index notifications_project_id_idx on public.notifications (created_at);
  alter publication supabase_realtime add table public.notifications;
  ${["user_dashboard_settings", "user_app_preferences", "user_session_state", "notifications"].map(updatedAt).join("")}
  ${["user_dashboard_settings", "user_notification_settings", "user_app_preferences", "user_session_state"].map(openToAll).join("")}
  create policy "Anyone may notify" on public.notifications for insert to anon with check (true);
  grant all on public.notifications to anon, authenticated with grant option;`;

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

/** What the first service stored when a person changed something: everything. */
export const wholeDashboard = (patch: JsonObject): JsonObject => {
  const document = mergePatch(defaults(dashboard), patch);
  if (!isJsonObject(document)) throw new Error("a document patched with an object is an object");
  return document;
};

async function insertRow(pool: pg.Pool, table: string, row: JsonObject): Promise<void> {
  const columns = Object.keys(row).join(", ");
  await pool.query(
    `insert into public.${table} (${columns})
     select ${columns} from jsonb_populate_record(null::public.${table}, $1)`,
    [JSON.stringify(row)],
  );
}

/** `dashboards`: people with whole documents. `twice` has two rows for one scope, `person` a bit of everything. */
export type OlderRows = Readonly<{ dashboards: string[]; twice: string; person: string }>;

export async function fillOlderTables(pool: pg.Pool, { projects }: BusinessRows): Promise<OlderRows> {
  const random = seededRandom(20261122);
  const dashboards: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const user_id = await createUser(pool);
    dashboards.push(user_id);
    for (const project_id of [null, ...projects])
      if (random.chance(0.6))
        await insertRow(pool, "user_dashboard_settings", {
          user_id,
          project_id,
          ...wholeDashboard(randomChange(random)),
        });
  }
  const twice = await createUser(pool);
  for (const row of [
    { ...wholeDashboard({ widget_visibility: { metrics: false } }), updated_at: "2026-01-01T00:00:00Z" },
    { widget_visibility: { insights: false, metrics: null }, updated_at: "2026-01-03T00:00:00Z" },
    { dashboard_preferences: { defaultView: "compact" }, updated_at: "2026-01-02T00:00:00Z" },
  ])
    await insertRow(pool, "user_dashboard_settings", { user_id: twice, ...row });
  await insertRow(pool, "user_dashboard_settings", { user_id: null, widget_visibility: {} });
  const person = await createUser(pool);
  await fillPerson(pool, person);
  return { dashboards, twice, person };
}

const randomChange = (random: Random): JsonObject => ({
  widget_visibility: { [random.pick(["metrics", "insights", "pieCharts"])]: random.chance(0.5) },
  widget_layout: {
    lg: { metrics: { x: 0, y: 0, w: random.between(1, 12), h: 3, collapsed: random.chance(0.5) } },
  },
  dashboard_preferences: {
    compactMode: random.chance(0.5),
    defaultView: random.pick(["enhanced", "classic", "of yesterday"]),
    refreshInterval: random.pick([300_000, 60_000, "five minutes"]),
    columns: random.between(1, 4),
  },
});

async function fillPerson(pool: pg.Pool, person: string): Promise<void> {
  await insertRow(pool, "user_notification_settings", {
    user_id: person,
    email_notifications: { leadUpdates: false, bantQualifications: true, legacy: 1 },
    notification_schedule: {
      workingHours: { start: "08:00", end: "16:00" },
      timezone: "UTC",
      quietHours: { enabled: true, start: "22:00", end: "08:00" },
    },
    updated_at: "2026-01-01T00:00:00",
  });
  await insertRow(pool, "user_notification_settings", { user_id: "nobody", email_notifications: {} });
  await pool.query(
    `insert into public.user_app_preferences (user_id, interface_settings, integration_settings, theme_name)
     values ($1, $2, $3, 'night'), ($1, 'not json', '"{}"', null)`,
    [
      person,
      JSON.stringify({ theme: "dark", language: "en" }),
      { calendly: { enabled: true, access_token: "s3cret" }, refreshToken: "s3cret" },
    ],
  );
  const sessions = [{ session_id: "a b", current_context: { path: "/x" } }, { session_id: null }];
  for (const row of [
    ...sessions,
    { session_id: "device_17", ui_state: "[]", expires_at: "2020-01-01T00:00:00Z" },
  ])
    await insertRow(pool, "user_session_state", { user_id: person, ...row });
  const deal = { user_id: person, title: "Deal", message: "m" };
  for (const row of [
    {
      ...deal,
      title: null,
      message: "off-site",
      type: null,
      action_url: "https://evil.test/",
      read: true,
      metadata: "[]",
    },
    {
      ...deal,
      type: "success",
      action_url: "/leads/1",
      read: false,
      metadata: { category: "bant_qualification", priority: "high" },
    },
    { ...deal, type: "ERROR", action_url: "//evil.test", read: null },
  ])
    await insertRow(pool, "notifications", row);
}
