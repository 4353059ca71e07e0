import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, testServerVariable, type TestDatabase } from "@/local/test-database";
import { startTestServer, type TestServer } from "@/local/test-server";
import { seededRandom } from "@/scripts/seed/random";
import { audit, untilNothingWaits } from "./delivery-chaos-audit";
import { harms, insist, type Harm, type Scene } from "./delivery-chaos-harms";
import { bundleWorker, startWorkers, type Workers } from "./delivery-chaos-ground";
import { startChaosProvider, type ChaosProvider } from "./delivery-chaos-provider";
import { createWorld, type World } from "./world";

/** `CHAOS=full` is the whole campaign. */
const size =
  process.env.CHAOS === "full"
    ? { notices: 50_000, people: 2_000, kills: 200, restarts: 20, each: 20, leaseSeconds: 5 }
    : { notices: 240, people: 40, kills: 6, restarts: 1, each: 1, leaseSeconds: 2 };
const sendMs = 800;

const variable = testServerVariable("17");
const shared = process.env[variable];
let server: TestServer;
let database: TestDatabase;
let world: World;
let provider: ChaosProvider;
let workers: Workers;
let bundle: Awaited<ReturnType<typeof bundleWorker>>;
const random = seededRandom(20261129).unit;

beforeAll(async () => {
  // Its own server: it is killed. Commits wait for the disk, as hosted.
  [server, bundle] = await Promise.all([startTestServer({ durable: true }), bundleWorker()]);
  process.env[variable] = server.url;
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  provider = await startChaosProvider(random, sendMs + 400);
  await fill();
}, 600_000);
afterAll(async () => {
  workers?.stop();
  provider?.stop();
  await database?.drop().catch(() => undefined);
  await server?.stop();
  await bundle?.remove();
  process.env[variable] = shared;
});

/** People with one address each, who are told at once at any hour. */
async function fill() {
  const { pool } = database;
  await pool.query("update public.notifications set routed_at = now()");
  await pool.query(
    `with person as (
       insert into auth.users (id, email, email_confirmed_at)
       select gen_random_uuid(), 'person-' || n || '@example.com', now() from generate_series(1, $1::integer) n
       returning id
     ), joined as (insert into public.project_members (project_id, user_id, role) select $2, id, 'member' from person)
     insert into public.user_notification_settings (user_id, notification_schedule)
     select id, '{"quietHours": {"enabled": false, "start": "22:00", "end": "08:00", "urgentPasses": false}}' from person`,
    [size.people, world.projectId],
  );
}

let told = 0;
/** Notifications "n-1", "n-2", … to one person after the other; every tenth is urgent. */
async function tell(many: number) {
  await insist(
    database.url,
    `insert into public.notifications (user_id, category, priority, title, message, params, project_id, occurred_at)
     select u.id, 'heatProgressions', case when n % 10 = 0 then 'urgent' else 'normal' end, 'n-' || n, u.id,
       '{"kind": "lead.heat", "lead_name": "Dana", "from": "cold", "to": "hot"}', $3, now() - interval '10 minutes'
     from generate_series($1::integer, $2::integer) n
     join (select id, row_number() over (order by email) as number from auth.users where email like 'person-%') u
       on u.number = 1 + n % $4`,
    [told + 1, told + many, world.projectId, size.people],
  );
  told += many;
}

/** Half of those who are concerned leave the project, the others turn the switch off; answers who, and after when. */
async function turnAway() {
  const some = `select id from (select id, row_number() over (order by email) as number from auth.users
    where email like 'person-%') u where number % 10`;
  await insist(database.url, `delete from public.project_members where user_id in (${some} = 3)`);
  await insist(
    database.url,
    `update public.user_notification_settings set email_notifications = '{"heatProgressions": false}'
     where user_id in (${some} = 7)`,
  );
  const { rows } = await insist(
    database.url,
    `select clock_timestamp() as at, array(${some} in (3, 7)) as people`,
  );
  const { at, people }: { at: Date; people: string[] } = rows[0];
  return { at, people: new Set(people) };
}

async function wreak(scene: Scene) {
  const all: Harm[] = ["freeze", "cutConnections", "holdRows", "readAll", "exhaust", "storm"];
  const plan: Harm[] = [
    ...Array.from({ length: size.kills }, (): Harm => "kill"),
    ...Array.from({ length: size.restarts }, (): Harm => "restart"),
    ...all.flatMap((harm) => Array.from({ length: size.each }, () => harm)),
  ];
  const order = plan.map((harm) => ({ harm, at: random() })).sort((one, other) => one.at - other.at);
  const under: Promise<void>[] = [];
  for (const { harm } of order) {
    await delay(100 + random() * 100);
    // A restart and what is told meanwhile go on while the others happen.
    under.push(harms[harm](scene));
    if (harm === "restart") await under.at(-1);
  }
  await Promise.all(under);
}

describe("whatever befalls workers, database and provider", () => {
  it(
    `of ${size.notices} notifications nothing is lost, nothing has two effects, and nobody is told who left`,
    { timeout: 3_600_000 },
    async () => {
      await tell(size.notices / 2);
      const env = {
        DATABASE: database.url,
        PROVIDER: provider.url,
        LEASE_SECONDS: `${size.leaseSeconds}`,
        SEND_MS: `${sendMs}`,
      };
      workers = startWorkers(bundle.file, env, 3);
      const scene: Scene = {
        server,
        url: database.url,
        adminUrl: database.adminUrl,
        workers,
        provider,
        random,
        leaseMs: size.leaseSeconds * 1_000,
      };
      const harm = wreak(scene);
      await delay(1_000);
      const away = await turnAway();
      for (let part = 0; part < 5; part += 1) {
        await tell(size.notices / 10);
        await delay(150);
      }
      await harm;
      await untilNothingWaits(database.url);
      expect(workers.complaints).toEqual([]);
      await audit(database.url, provider, away, told);
    },
  );

  it("what a killed worker held goes out within its lease and a second", { timeout: 600_000 }, async () => {
    provider.feels("silent");
    const before = provider.effects.size;
    const asked = provider.requests.length;
    await tell(size.people);
    while (provider.requests.length < asked + 3) await delay(10);
    provider.feels("well");
    workers.any(0)?.kill("SIGKILL");
    const killed = performance.now();
    while (provider.effects.size === before) await delay(10);
    await untilNothingWaits(database.url);
    // The provider's own faults are tried again after a second or less.
    expect(performance.now() - killed).toBeLessThan(size.leaseSeconds * 1_000 + 1_000 + 4_000);
  });
});
