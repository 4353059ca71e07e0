import { randomUUID } from "node:crypto";
import type pg from "pg";
import { createUser } from "@/local/test-people";

/** Everybody who might ask. `viewer` may look and change nothing; `exMember` has left both projects. */
export const signedIn = ["owner", "member", "viewer", "exMember", "stranger"] as const;
export const actors = [...signedIn, "anon"] as const;
export type SignedIn = (typeof signedIn)[number];
export type Actor = (typeof actors)[number];

export type World = Readonly<{
  people: Readonly<Record<SignedIn, string>>;
  clientId: string;
  /** Where everything happens, another project of the same people, and the stranger's. */
  projectId: string;
  otherProjectId: string;
  foreignProjectId: string;
  leadId: string;
}>;

/** Two clients, three projects, and one row of every kind; what belongs to a person exists for owner and exMember. */
export async function createWorld(db: pg.Pool): Promise<World> {
  const people = {
    owner: await createUser(db),
    member: await createUser(db),
    viewer: await createUser(db),
    exMember: await createUser(db),
    stranger: await createUser(db),
  };
  const [clientId, foreignClientId] = [randomUUID(), randomUUID()];
  const [projectId, otherProjectId, foreignProjectId, leadId] = Array.from({ length: 4 }, () => randomUUID());
  if (!projectId || !otherProjectId || !foreignProjectId || !leadId) throw new Error("four ids were made");
  const world = { people, clientId, projectId, otherProjectId, foreignProjectId, leadId };

  await db.query("insert into public.clients (id, name) values ($1, 'Acme'), ($2, 'Other')", [
    clientId,
    foreignClientId,
  ]);
  await db.query(
    "insert into public.projects (id, client_id, name) values ($1, $4, 'Main'), ($2, $4, 'Second'), ($3, $5, 'Far')",
    [projectId, otherProjectId, foreignProjectId, clientId, foreignClientId],
  );
  await db.query("insert into public.client_members (client_id, user_id, role) values ($1, $2, 'owner')", [
    clientId,
    people.owner,
  ]);
  await joinProjects(db, world);
  await fillProject(db, world);
  await fillPersons(db, world);
  await expireSessions(db, "session_id = 'expired-device'");
  await db.query("delete from public.project_members where user_id = $1", [people.exMember]);
  return world;
}

async function joinProjects(db: pg.Pool, { people, projectId, otherProjectId, foreignProjectId }: World) {
  const join = (project: string, person: string, role: string) =>
    db.query("insert into public.project_members (project_id, user_id, role) values ($1, $2, $3)", [
      project,
      person,
      role,
    ]);
  for (const project of [projectId, otherProjectId]) {
    await join(project, people.owner, "admin");
    await join(project, people.member, "member");
    await join(project, people.viewer, "viewer");
    await join(project, people.exMember, "admin");
  }
  await join(foreignProjectId, people.stranger, "admin");
}

async function fillProject(db: pg.Pool, { people, projectId, leadId }: World) {
  await db.query(
    "insert into public.leads (id, project_id, name, created_at) values ($1, $2, 'Dana', now() - interval '1 day')",
    [leadId, projectId],
  );
  await db.query(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
     values ($1, $2, now(), now() + interval '30 minutes')`,
    [projectId, leadId],
  );
  await db.query(
    "insert into public.messages (project_id, lead_id, direction, sent_at) values ($1, $2, 'in', now() - interval '1 day')",
    [projectId, leadId],
  );
  await db.query(
    "insert into public.lead_notes (id, project_id, lead_id, author, body) values (gen_random_uuid(), $1, $2, $3, 'Call after six')",
    [projectId, leadId, people.owner],
  );
  await db.query(
    `insert into public.lead_mails (id, project_id, lead_id, author, subject, body, status)
     values (gen_random_uuid(), $1, $2, $3, 'Offer', 'As we said', 'sent')`,
    [projectId, leadId, people.owner],
  );
  await db.query("insert into public.lead_mail_stops (project_id, lead_id) values ($1, $2)", [
    projectId,
    leadId,
  ]);
  await db.query(
    "insert into public.performance_targets (project_id, metric, period_start, target) values ($1, 'leads', '2026-11-01', 9)",
    [projectId],
  );
}

async function fillPersons(db: pg.Pool, { people, projectId }: World) {
  for (const person of [people.owner, people.exMember]) {
    await db.query(
      "insert into public.user_notification_settings (user_id, email_notifications) values ($1, $2)",
      [person, { leadUpdates: false }],
    );
    await db.query("insert into public.user_app_preferences (user_id, interface_settings) values ($1, $2)", [
      person,
      { theme: "dark" },
    ]);
    for (const device of ["live-device", "expired-device"])
      await db.query(
        "insert into public.user_session_state (user_id, session_id, current_context) values ($1, $2, $3)",
        [person, device, { path: "/leads" }],
      );
    await db.query(
      "insert into public.notification_subscriptions (user_id, project_id, state) values ($1, $2, 'followed')",
      [person, projectId],
    );
    await db.query(
      "insert into public.integration_connections (user_id, provider, kind) values ($1, 'calendly', 'personal')",
      [person],
    );
    for (const scope of [null, projectId]) {
      await db.query(
        "insert into public.user_dashboard_settings (user_id, project_id, widget_visibility) values ($1, $2, $3)",
        [person, scope, { metrics: false }],
      );
      await db.query(
        "insert into public.notifications (user_id, project_id, category, title) values ($1, $2, 'leadUpdates', 'News')",
        [person, scope],
      );
    }
  }
}

/** What no write through the product can do: every one renews the row. */
export async function expireSessions(db: pg.Pool, condition: string): Promise<void> {
  const set = "set expires_at = now() - interval '1 second'";
  await db.query("alter table public.user_session_state disable trigger user");
  await db.query(`update public.user_session_state ${set} where ${condition}`);
  await db.query("alter table public.user_session_state enable trigger user");
}
