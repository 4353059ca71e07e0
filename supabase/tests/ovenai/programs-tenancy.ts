import { answers, type Program } from "./program";

const madeClient = { description: "נדל״ן", contact_info: { email: "new@clients.test" } };

export const tenancyPrograms: readonly Program[] = [
  {
    name: "a service makes a client, who has no member by itself, with one outbound call",
    as: "service_role",
    sql: "insert into public.clients (name, description, contact_info) values ('New client', $1, $2) returning *",
    values: () => [madeClient.description, madeClient.contact_info],
    after: `select m.role from public.client_members m join public.clients c on c.id = m.client_id
            where c.name = 'New client'`,
    untouched: answers(
      [
        {
          id: "id",
          name: "New client",
          ...madeClient,
          status: "ACTIVE",
          whatsapp_number_id: null,
          whatsapp_phone_number: null,
          processing_state: "pending",
          user_id: null,
          created_at: "time",
          updated_at: "time",
        },
      ],
      { outbound: 1 },
    ),
  },
  {
    name: "a person makes a client in the browser",
    as: "owner",
    sql: `insert into public.clients (name, description, contact_info, user_id) values ('Of a person', $1, $2, $3)
          returning name, status, user_id`,
    values: ({ people }) => [madeClient.description, madeClient.contact_info, people.owner],
    untouched: answers([{ name: "Of a person", status: "ACTIVE", user_id: "id" }], { outbound: 1 }),
  },
  {
    name: "a client without a description is refused",
    as: "service_role",
    sql: "insert into public.clients (name, contact_info) values ('No description', $1)",
    values: () => [madeClient.contact_info],
    untouched: { error: "P0001" },
  },
  {
    name: "a client without a mail or a phone is refused",
    as: "service_role",
    sql: "insert into public.clients (name, description) values ('No contact', $1)",
    values: () => [madeClient.description],
    untouched: { error: "P0001" },
  },
  {
    name: "a client whose status is in lower case is refused",
    as: "service_role",
    sql: "insert into public.clients (name, description, contact_info, status) values ('x', $1, $2, 'active')",
    values: () => [madeClient.description, madeClient.contact_info],
    untouched: { error: "23514" },
  },
  {
    name: "a member renames the client, with one outbound call",
    as: "admin",
    sql: "update public.clients set name = 'Renamed', updated_at = now() where id = $1 returning name, status",
    values: ({ clients }) => [clients.estates],
    untouched: answers([{ name: "Renamed", status: "ACTIVE" }], { outbound: 1 }),
  },
  {
    name: "a client of before the rule of descriptions cannot be renamed",
    as: "outsider",
    sql: "update public.clients set name = 'Renamed' where id = $1",
    values: ({ clients }) => [clients.bare],
    untouched: { error: "P0001" },
  },
  {
    name: "a client with projects cannot be deleted",
    as: "owner",
    sql: "delete from public.clients where id = $1",
    values: ({ clients }) => [clients.longNamed],
    untouched: { error: "23502" },
  },
  {
    name: "an owner adds a member to the client",
    as: "owner",
    sql: `insert into public.client_members (client_id, user_id, role) values ($1, $2, 'MEMBER')
          returning role, permissions`,
    values: ({ clients, people }) => [clients.estates, people.outsider],
    untouched: answers([{ role: "MEMBER", permissions: {} }]),
  },
  {
    name: "the sync adds one more member without a person",
    as: "service_role",
    sql: `insert into public.client_members (client_id, user_id, role) values ($1, null, 'SYSTEM')
          on conflict on constraint client_members_user_id_client_id_key do nothing returning user_id, role`,
    values: ({ clients }) => [clients.estates],
    untouched: answers([{ user_id: null, role: "SYSTEM" }]),
  },
  {
    name: "a person is a member of a client once",
    as: "service_role",
    sql: "insert into public.client_members (client_id, user_id) values ($1, $2)",
    values: ({ clients, people }) => [clients.estates, people.member],
    untouched: { error: "23505" },
  },
  {
    name: "a person makes a project in the browser and is its owner, with one outbound call",
    as: "member",
    sql: `insert into public.projects (name, description, client_id) values ('New project', 'd', $1)
          returning name, status, settings, metadata, processing_state`,
    values: ({ clients }) => [clients.estates],
    after: `select m.role, m.user_id from public.project_members m join public.projects p on p.id = m.project_id
            where p.name = 'New project'`,
    untouched: answers(
      [{ name: "New project", status: "active", settings: {}, metadata: {}, processing_state: "pending" }],
      { outbound: 1, after: [{ role: "OWNER", user_id: "id" }] },
    ),
  },
  {
    name: "a project that a service makes has two members without a person",
    as: "service_role",
    sql: "insert into public.projects (name, client_id) values ('By a service', $1) returning name",
    values: ({ clients }) => [clients.estates],
    after: `select m.role, m.user_id from public.project_members m join public.projects p on p.id = m.project_id
            where p.name = 'By a service'`,
    untouched: answers([{ name: "By a service" }], {
      outbound: 1,
      after: [
        { role: "OWNER", user_id: null },
        { role: "OWNER", user_id: null },
      ],
    }),
  },
  {
    name: "a person becomes a member of a project, or stays it, by the name of the constraint",
    as: "owner",
    sql: `insert into public.project_members (project_id, user_id, role) values ($1, $2, 'ADMIN')
          on conflict on constraint project_members_project_id_user_id_key do update set role = 'MEMBER'
          returning role`,
    values: ({ projects, people }) => [projects.active, people.admin],
    untouched: answers([{ role: "MEMBER" }]),
  },
];
