-- Each change of a client, project, lead or message is told to a second database by HTTP, synchronously, in the same
-- transaction. Here a row of backend_mirror.outbound_calls stands for the call, so that a test can count calls.

create schema backend_mirror;
create table backend_mirror.outbound_calls (
  id bigint generated always as identity primary key,
  table_name text not null,
  operation text not null,
  payload jsonb not null,
  called_at timestamptz not null default clock_timestamp()
);

create table public.sync_logs (
  id uuid not null default gen_random_uuid(),
  table_name text not null,
  record_id uuid,
  operation text not null,
  status text not null default 'success',
  error_message text,
  created_at timestamptz default now(),
  constraint sync_logs_pkey primary key (id)
);

create function public.notify_backend_webhook() returns trigger language plpgsql security definer as $$
begin
  insert into backend_mirror.outbound_calls (table_name, operation, payload)
  values (tg_table_name, tg_op, to_jsonb(new));
  insert into public.sync_logs (table_name, record_id, operation) values (tg_table_name, new.id, tg_op);
  return new;
end;
$$;

create trigger clients_to_backend_webhook_trigger after insert on public.clients
  for each row execute function public.notify_backend_webhook();
create trigger clients_to_backend_webhook_update_trigger after update on public.clients
  for each row execute function public.notify_backend_webhook();
create trigger projects_to_backend_webhook_trigger after insert on public.projects
  for each row execute function public.notify_backend_webhook();
create trigger projects_to_backend_webhook_update_trigger after update on public.projects
  for each row execute function public.notify_backend_webhook();
create trigger leads_to_backend_webhook_trigger after insert on public.leads
  for each row execute function public.notify_backend_webhook();
create trigger leads_to_backend_webhook_update_trigger after update on public.leads
  for each row execute function public.notify_backend_webhook();
create trigger conversations_to_backend_webhook_trigger after insert on public.conversations
  for each row execute function public.notify_backend_webhook();
create trigger conversations_to_backend_webhook_update_trigger after update on public.conversations
  for each row execute function public.notify_backend_webhook();
alter table public.conversations disable trigger conversations_to_backend_webhook_update_trigger;

-- A lead that goes changes its project, and so calls out for the project.
create function public.update_project_lead_counts() returns trigger language plpgsql security definer as $$
begin
  update public.projects p
  set metadata = jsonb_set(coalesce(p.metadata, '{}'), '{lead_count}', to_jsonb(
    (select count(*) from public.leads l where l.current_project_id = p.id)
  ))
  where p.id = old.current_project_id;
  return old;
end;
$$;
create trigger update_project_lead_counts_delete_trg after delete on public.leads
  for each row execute function public.update_project_lead_counts();

create function public.refresh_all_project_lead_counts() returns integer language plpgsql security definer as $$
declare
  changed integer;
begin
  update public.projects p
  set metadata = jsonb_set(coalesce(p.metadata, '{}'), '{lead_count}', to_jsonb(
    (select count(*) from public.leads l where l.current_project_id = p.id)
  ));
  get diagnostics changed = row_count;
  return changed;
end;
$$;
