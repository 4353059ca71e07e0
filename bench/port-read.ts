import { randomUUID } from "node:crypto";
import { createUser } from "../local/test-people";
import { withScratchDatabase } from "../scripts/scratch-database";
import { inTurn, timed, type Figure } from "./figure";

const rows = 100_000;

/** What the dashboard reads of each port, as one signed-in person. */
const reads = [
  ["lead_facts", "leads", "count(*), sum(value), max(last_activity_at)"],
  ["lead_history", "lead_events", "count(*), max(at)"],
  ["lead_meetings", "meetings", "count(*), max(starts_at)"],
  ["lead_messages", "messages", "count(*), max(sent_at)"],
] as const;

const fill = `
  insert into public.clients (id, name) values ($1, 'Client');
  insert into public.projects (id, client_id, name) values ($1, $1, 'Project');
  insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member');
  alter table public.leads disable trigger user;
  insert into public.leads (project_id, name) select $1, 'Lead' from generate_series(1, ${rows});
  insert into public.lead_events (lead_id, project_id, kind) select id, project_id, 'created' from public.leads;
  insert into public.meetings (lead_id, project_id, starts_at, ends_at)
    select id, project_id, now(), now() + interval '1 hour' from public.leads;
  insert into public.messages (lead_id, project_id, direction) select id, project_id, 'in' from public.leads;
  vacuum analyze public.leads, public.lead_events, public.meetings, public.messages`;

export const portReadFigure: Figure = {
  name: `reading ${rows.toLocaleString("en")} rows of the business through its ports, time`,
  baseline: "the same reads of the tables",
  bar: { atMost: 1.05 },
  measure: () =>
    withScratchDatabase(
      async ({ pool }) => {
        const [projectId, userId] = [randomUUID(), await createUser(pool)];
        for (const statement of fill.split(";"))
          await pool.query(statement.replaceAll("$1", `'${projectId}'`).replaceAll("$2", `'${userId}'`));
        const reader = await pool.connect();
        const claims = JSON.stringify({ sub: userId, role: "authenticated" });
        await reader.query("select set_config('request.jwt.claims', $1, false)", [claims]);
        await reader.query("set role authenticated");
        const sums = { ours: 0, baseline: 0 };
        const parts: string[] = [];
        for (const [port, table, columns] of reads) {
          const read = (relation: string) => () =>
            timed(() =>
              reader.query(`select ${columns} from ${relation} where project_id = $1`, [projectId]),
            );
          const times = await inTurn(15, read(`private.${port}`), read(`public.${table}`));
          sums.ours += times.ours;
          sums.baseline += times.baseline;
          parts.push(`${port} ${times.ours.toFixed(1)} against ${times.baseline.toFixed(1)} ms`);
        }
        reader.release(true);
        return { ratio: sums.ours / sums.baseline, detail: parts.join(", ") };
      },
      { durable: true },
    ),
};
