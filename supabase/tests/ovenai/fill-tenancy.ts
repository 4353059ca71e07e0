import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { insertRow } from "../older-documents";
import type { People } from "./people";

export type ClientName = "estates" | "longNamed" | "inactive" | "bare";
export type Clients = Readonly<Record<ClientName, string>>;
/** Those of estates by their state (shouted: ACTIVE, stateless: null), then those of the other clients. */
export type ProjectName =
  | "active"
  | "inactive"
  | "archived"
  | "completed"
  | "pending"
  | "draft"
  | "shouted"
  | "stateless"
  | "ofLongNamed"
  | "ofInactive";
export type Projects = Readonly<Record<ProjectName, string>>;

/** A client of before the rule of validate_client; no update of it succeeds. */
const bareClient = `
  alter table public.clients disable trigger validate_client_before_insert;
  insert into public.clients (name) values ('לקוח ישן');
  alter table public.clients enable trigger validate_client_before_insert;`;

export async function fillClients(pool: pg.Pool, people: People): Promise<Clients> {
  await pool.query(bareClient);
  const found = await pool.query<{ id: string }>("select id from public.clients where name = 'לקוח ישן'");
  const bare = found.rows[0]?.id ?? "";
  const clients: Clients = { estates: randomUUID(), longNamed: randomUUID(), inactive: randomUUID(), bare };
  const rows: JsonObject[] = [
    {
      id: clients.estates,
      name: "נכסי הגליל",
      description: "דירות בצפון",
      contact_info: { email: "office@estates.test", phone: "04-234-5678" },
      whatsapp_number_id: "100200300",
      whatsapp_phone_number: "050-234-5601",
      processing_state: "active",
      user_id: people.owner,
    },
    {
      id: clients.longNamed,
      name: "ש".repeat(255),
      description: "שם באורך המרבי",
      contact_info: { phone: "050-234-5602" },
    },
    {
      id: clients.inactive,
      name: "Former Client",
      description: "Left",
      status: "INACTIVE",
      contact_info: { email: "former@clients.test" },
      processing_state: "archived",
    },
  ];
  for (const row of rows) await insertRow(pool, "clients", row);
  await fillMembers(pool, people, clients);
  return clients;
}

async function fillMembers(pool: pg.Pool, people: People, clients: Clients): Promise<void> {
  const { estates, longNamed, inactive, bare } = clients;
  const rows: JsonObject[] = [
    { client_id: estates, user_id: people.owner, role: "OWNER", permissions: { read: true, write: true } },
    { client_id: estates, user_id: people.admin, role: "ADMIN" },
    { client_id: estates, user_id: people.member, role: "MEMBER", permissions: { read: true, write: false } },
    { client_id: estates, user_id: people.lowerMember },
    { client_id: estates, user_id: people.lowerAdmin, role: "admin", permissions: null, joined_at: null },
    { client_id: estates, user_id: people.system, role: "SYSTEM" },
    { client_id: estates, user_id: null, role: "SYSTEM" },
    { client_id: estates, user_id: null },
    { client_id: longNamed, user_id: people.owner, role: "OWNER" },
    { client_id: longNamed, user_id: people.staff, role: "STAFF" },
    { client_id: longNamed, user_id: null, role: "OWNER" },
    { client_id: longNamed, user_id: null, role: "OWNER", created_at: null, updated_at: null },
    { client_id: longNamed, user_id: null, role: "MEMBER" },
    { client_id: inactive, user_id: null, role: "OWNER" },
    { client_id: inactive, user_id: people.staff, role: null },
    { client_id: bare, user_id: people.outsider, role: "OWNER" },
  ];
  for (const row of rows) await insertRow(pool, "client_members", row);
}

/** No caller makes these, so each has two members without a person from its triggers. */
export async function fillProjects(pool: pg.Pool, people: People, clients: Clients): Promise<Projects> {
  const projects: Projects = {
    active: randomUUID(),
    inactive: randomUUID(),
    archived: randomUUID(),
    completed: randomUUID(),
    pending: randomUUID(),
    draft: randomUUID(),
    shouted: randomUUID(),
    stateless: randomUUID(),
    ofLongNamed: randomUUID(),
    ofInactive: randomUUID(),
  };
  const { estates, longNamed, inactive } = clients;
  const active: JsonObject = {
    description: "מגדלים על החוף",
    settings: { autoReply: true },
    metadata: { lead_count: 2 },
    processing_state: "active",
  };
  const rows: JsonObject[] = [
    { id: projects.active, name: "מגדלי הים", client_id: estates, status: "active", ...active },
    { id: projects.inactive, name: "Inactive", client_id: estates, status: "inactive" },
    { id: projects.archived, name: "Archived", client_id: estates, status: "archived", settings: null },
    { id: projects.completed, name: "Completed", client_id: estates, status: "completed", metadata: null },
    { id: projects.pending, name: "Pending", client_id: estates, status: "pending" },
    { id: projects.draft, name: "Draft", client_id: estates, status: "draft" },
    { id: projects.shouted, name: "Shouted", client_id: estates, status: "ACTIVE" },
    { id: projects.stateless, name: "Stateless", client_id: estates, status: null },
    { id: projects.ofLongNamed, name: "p".repeat(255), client_id: longNamed, status: "active" },
    { id: projects.ofInactive, name: "Of the former client", client_id: inactive, status: "archived" },
  ];
  for (const row of rows) await insertRow(pool, "projects", row);
  const members: JsonObject[] = [
    { project_id: projects.active, user_id: people.owner },
    { project_id: projects.active, user_id: people.admin, role: "ADMIN" },
    { project_id: projects.active, user_id: people.projectOnly, role: "MEMBER" },
  ];
  for (const row of members) await insertRow(pool, "project_members", row);
  return projects;
}
