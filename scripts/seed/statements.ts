import { bantMarks } from "@/lib/vocabulary/bant";
import { seedId, type SeedLead, type SeedProject } from "@/scripts/seed/project";

type Literal = string | number | boolean | null | { json: unknown };

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function literal(value: Literal): string {
  if (value === null) return "null";
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" ? quoted(JSON.stringify(value.json)) : String(value);
}

/** Tuples for VALUES, several per line, to keep the file short. */
function tuples(rows: Literal[][]): string {
  const lines = [""];
  for (const row of rows) {
    const tuple = `(${row.map(literal).join(",")})`;
    const line = lines.at(-1) ?? "";
    if (line.length + tuple.length > 150 && line !== "") lines.push(tuple);
    else lines[lines.length - 1] = line === "" ? tuple : `${line},${tuple}`;
  }
  return lines.map((line) => `    ${line}`).join(",\n");
}

/** SQL that makes a lead's id of its number: written out, ids would be most of the file. */
const leadIdOf = (number: string): string =>
  `('${seedId(3, 0).slice(0, -12)}' || lpad(${number}::text, 12, '0'))::uuid`;

function lastActivity({ created, events, messages }: SeedLead): number {
  return Math.max(created, ...events.map((event) => event.at), ...messages.map((message) => message.at));
}

const marks = (lead: SeedLead): string => bantMarks.map((mark) => (lead.bant[mark] ? "1" : "0")).join("");

/** Instants are minutes from the midnight (UTC) that begins the day of applying the seed. */
const leads = (project: SeedProject): string => `  insert into public.leads (
    id, project_id, name, company, email, phone, channel, heat, bant_budget, bant_authority, bant_need, bant_timeline,
    status, value, created_at, last_activity_at, qualified_at, won_at)
  select ${leadIdOf("v.n")}, '${project.id}',
    v.name, v.company, v.email, v.phone, v.channel, v.heat,
    v.bant like '1___', v.bant like '_1__', v.bant like '__1_', v.bant like '___1', v.status, v.value,
    today + v.created * minute, today + v.active * minute, today + v.qualified * minute, today + v.won * minute
  from (values
${tuples(
  project.leads.map((lead) => [
    lead.number,
    lead.name,
    lead.company,
    lead.email,
    lead.phone,
    lead.channel,
    lead.heat,
    marks(lead),
    lead.status,
    lead.value,
    lead.created,
    lastActivity(lead),
    lead.qualifiedAt,
    lead.wonAt,
  ]),
)}
  ) v (n, name, company, email, phone, channel, heat, bant, status, value, created, active, qualified, won);
`;

/** Inserts rows that belong to leads. `columns`: the table's columns; `values`: their expressions over `names`. */
const children = (table: string, columns: string, values: string, names: string, rows: Literal[][]): string =>
  `  insert into public.${table} (lead_id, project_id, ${columns})
  select l.id, l.project_id, ${values}
  from (values
${tuples(rows)}
  ) v (n, ${names})
  join public.leads l on l.id = ${leadIdOf("v.n")};
`;

const targets = (projects: SeedProject[]): string =>
  `  insert into public.performance_targets (project_id, metric, period_start, target) values
${projects
  .flatMap(({ id, targets: wanted }) =>
    Object.entries(wanted).map(([metric, target]) => `    ('${id}', '${metric}', this_month, ${target})`),
  )
  .join(",\n")};
`;

const json = (value: unknown): Literal => (value === null ? null : { json: value });

/**
 * The inserts of all projects. A trigger writes each lead's "created" event; these statements write all other events.
 */
export function projectStatements(projects: SeedProject[]): string {
  const all = projects.flatMap((project) => project.leads);
  return [
    ...projects.map(leads),
    children(
      "lead_events",
      "kind, before, after, at",
      "v.kind, v.before::jsonb, v.after::jsonb, today + v.at * minute",
      "kind, before, after, at",
      all.flatMap(({ number, events }) =>
        events
          .filter(({ kind }) => kind !== "created")
          .map(({ kind, before, after, at }): Literal[] => [number, kind, json(before), json(after), at]),
      ),
    ),
    children(
      "messages",
      "direction, sent_at, reply_seconds",
      "v.direction, today + v.at * minute, v.seconds",
      "direction, at, seconds",
      all.flatMap(({ number, messages }) =>
        messages.map(({ direction, at, replySeconds }): Literal[] => [number, direction, at, replySeconds]),
      ),
    ),
    children(
      "meetings",
      "starts_at, ends_at, status",
      "today + v.starts * minute, today + v.ends * minute, v.status",
      "starts, ends, status",
      all.flatMap(({ number, meetings }) =>
        meetings.map(({ starts, minutes, status }): Literal[] => [number, starts, starts + minutes, status]),
      ),
    ),
    targets(projects),
  ].join("\n");
}
