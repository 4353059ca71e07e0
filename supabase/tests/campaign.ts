import { randomUUID } from "node:crypto";
import pg from "pg";
import { createUser } from "@/local/test-people";
import type { Json, JsonObject } from "@/lib/settings/json";
import { seededRandom, type Random } from "@/scripts/seed/random";
import { patchSettings, type PatchCall, type Patched } from "./settings-client";

export type CampaignSize = Readonly<{ documents: number; writers: number; patches: number; seed: number }>;
export type Document = Readonly<{ userId: string; project: string | null }>;
/** One operation and its first answer; `repeats` are the answers to the same call sent again. */
export type Operation = Readonly<{
  document: Document;
  call: PatchCall & { patch: JsonObject; opId: string };
  answer: Patched;
  repeats: Patched[];
}>;
/** `reused`: how each attempt to use an op_id for another patch was answered. */
export type CampaignLog = Readonly<{ operations: Operation[]; reused: string[] }>;

const DOCUMENTS_A_PERSON = 5;

/** Writers patch the same documents at random: fresh, repeated at once, repeated late, and reusing an op_id. */
export async function runCampaign(pool: pg.Pool, size: CampaignSize): Promise<CampaignLog> {
  await pool.query("update private.rate_limits set per_minute = 1000000000");
  const documents = await makeDocuments(pool, size.documents);
  const operations: Operation[] = [];
  const reused: string[] = [];

  const write = async (random: Random) => {
    const document = random.pick(documents);
    const call = { project: document.project, patch: randomPatch(random), opId: randomUUID() };
    const send = () => patchSettings(pool, document.userId, call);
    const atOnce = random.chance(0.1);
    const [answer, ...repeats] = await Promise.all(atOnce ? [send(), send()] : [send()]);
    operations.push({ document, call, answer, repeats });
    if (random.chance(0.05)) {
      const late = random.pick(operations);
      late.repeats.push(await patchSettings(pool, late.document.userId, late.call));
    }
    if (random.chance(0.02)) {
      const other = { ...call, patch: { dashboard_preferences: { refreshInterval: 77_777 } } };
      reused.push(await patchSettings(pool, document.userId, other).then(() => "applied", errorCode));
    }
  };
  const writers = Array.from({ length: size.writers }, async (_, writer) => {
    const random = seededRandom(size.seed * 1000 + writer);
    for (let patch = 0; patch < size.patches; patch += 1) await write(random);
  });
  await Promise.all(writers);
  return { operations, reused };
}

const errorCode = (error: unknown): string =>
  error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);

async function makeDocuments(pool: pg.Pool, count: number): Promise<Document[]> {
  const client = await pool.query("insert into public.clients (name) values ('Campaign') returning id");
  const documents: Document[] = [];
  while (documents.length < count) {
    const userId = await createUser(pool);
    documents.push({ userId, project: null });
    for (let index = 1; index < DOCUMENTS_A_PERSON && documents.length < count; index += 1) {
      const { rows } = await pool.query<{ id: string }>(
        "insert into public.projects (client_id, name) values ($1, 'P') returning id",
        [client.rows[0].id],
      );
      const project = rows[0]?.id ?? "";
      await pool.query("insert into public.project_members (project_id, user_id) values ($1, $2)", [
        project,
        userId,
      ]);
      documents.push({ userId, project });
    }
  }
  return documents;
}

const widgets = ["metrics", "insights", "pieCharts", "recentActivity", "revenueChannel"];

/** One to three leaves; a quarter of them go back to inherited. */
function randomPatch(random: Random): JsonObject {
  const change = (value: Json): Json => (random.chance(0.25) ? null : value);
  const position = () => ({
    x: random.between(0, 3),
    y: 0,
    w: 1,
    h: random.between(1, 4),
    collapsed: random.chance(0.5),
  });
  const visible = () => ({ [random.pick(widgets)]: change(random.chance(0.5)) });
  const layout = () => ({ [random.pick(["lg", "sm"])]: { [random.pick(widgets)]: change(position()) } });
  const preference = () => ({ defaultView: change(random.pick(["enhanced", "classic", "compact"])) });
  return random.pick<() => JsonObject>([
    () => ({ widget_visibility: visible() }),
    () => ({ widget_visibility: { ...visible(), ...visible() } }),
    () => ({ widget_layout: layout() }),
    () => ({ dashboard_preferences: preference(), widget_visibility: visible() }),
    () => ({ widget_layout: layout(), dashboard_preferences: { compactMode: change(random.chance(0.5)) } }),
  ])();
}
