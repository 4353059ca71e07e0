import { randomUUID } from "node:crypto";
import type { JsonObject } from "@/lib/settings/json";
import type { ActionGround, ActionInput, Taken } from "./action-ground";

const lead = async ({ beOwner, world }: ActionGround, change: JsonObject): Promise<Taken> => ({
  caller: await beOwner(),
  input: { leadId: world.leadId, ...change },
});
const leadTables = [
  "public.leads",
  "public.lead_events",
  "public.notifications",
  "private.notification_counters",
  "private.counted_leads",
  "private.lead_tallies",
];

export const leadInputs: Readonly<Record<string, ActionInput>> = {
  judgeLead: {
    action: "judgeLead",
    prepare: (ground) => lead(ground, { judgement: { heat: "hot" } }),
    writes: leadTables,
  },
  "judgeLead, status": {
    action: "judgeLead",
    prepare: (ground) => lead(ground, { judgement: { status: "won" } }),
    writes: leadTables,
  },
  takeBackJudgement: {
    action: "takeBackJudgement",
    prepare: (ground) => lead(ground, { judgement: { bant_budget: true }, since: { bant_budget: false } }),
    writes: leadTables,
  },
  addLeads: {
    action: "addLeads",
    prepare: async ({ beOwner, world }) => ({
      caller: await beOwner(),
      input: { projectId: world.projectId, leads: [{ id: randomUUID(), name: "Noa", phone: "0502345678" }] },
    }),
    writes: leadTables,
  },
  writeNote: {
    action: "writeNote",
    prepare: (ground) => lead(ground, { noteId: randomUUID(), body: "Call after six" }),
    writes: ["public.lead_notes"],
    keeps: ["body"],
  },
  stopMailsToLead: {
    action: "stopMailsToLead",
    async prepare(ground) {
      await ground.database.pool.query("delete from public.lead_mail_stops");
      return lead(ground, { stopped: true });
    },
    writes: ["public.lead_mail_stops"],
  },
  takeBackNote: {
    action: "takeBackNote",
    async prepare({ beOwner, world, database }) {
      const caller = await beOwner();
      const noteId = randomUUID();
      await database.pool.query(
        "insert into public.lead_notes (id, project_id, lead_id, author, body) values ($1, $2, $3, $4, 'A slip')",
        [noteId, world.projectId, world.leadId, caller],
      );
      return { caller, input: { noteId } };
    },
    writes: ["public.lead_notes"],
  },
  takeBackLeads: {
    action: "takeBackLeads",
    async prepare({ beOwner, world, database }) {
      const caller = await beOwner();
      const { rows } = await database.pool.query(
        "insert into public.leads (project_id, name) values ($1, 'Noa') returning id",
        [world.projectId],
      );
      const { id } = rows[0];
      await database.pool.query("update public.lead_events set actor = $1 where lead_id = $2", [caller, id]);
      return { caller, input: { projectId: world.projectId, leads: [String(id)] } };
    },
    writes: leadTables,
  },
};
