import type pg from "pg";
import { fillIntegrations } from "./fill-integrations";
import { fillConversations, fillLeads, type Leads } from "./fill-leads";
import { fillNotifications } from "./fill-notifications";
import { fillSettings } from "./fill-settings";
import { fillClients, fillProjects, type Clients, type Projects } from "./fill-tenancy";
import { fillPeople, type People } from "./people";

/** The ids of what has a name; `people` of people.ts says what each person is. */
export type Ovenai = Readonly<{ people: People; clients: Clients; projects: Projects; leads: Leads }>;

/** Rows of every kind that an existing OvenAI database holds, all of them made up. */
export async function fillOvenai(pool: pg.Pool): Promise<Ovenai> {
  const people = await fillPeople(pool);
  const clients = await fillClients(pool, people);
  const projects = await fillProjects(pool, people, clients);
  const leads = await fillLeads(pool, clients, projects);
  await fillConversations(pool, people, leads);
  await fillSettings(pool, people, clients, projects);
  await fillIntegrations(pool, people);
  await fillNotifications(pool, people, clients, leads);
  return { people, clients, projects, leads };
}
