import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, testServerVariable, type TestDatabase } from "@/local/test-database";
import { startTestServer, type TestServer } from "@/local/test-server";
import { seededRandom } from "@/scripts/seed/random";
import { audit, untilNothingWaits } from "./delivery-chaos-audit";
import { createCrowd, turnAway, type Crowd } from "./delivery-chaos-crowd";
import { harms, insist, type Harm, type Scene } from "./delivery-chaos-harms";
import { bundleWorker, planAll, startWorkers, type Workers } from "./delivery-chaos-ground";
import { startChaosProvider, type ChaosProvider } from "./delivery-chaos-provider";
import { createWorld } from "./world";

/** `CHAOS=full` is the whole campaign. */
const size =
  process.env.CHAOS === "full"
    ? { notices: 50_000, people: 2_000, among: 2_000, kills: 200, restarts: 20, each: 20, leaseSeconds: 5 }
    : { notices: 240, people: 240, among: 40, kills: 6, restarts: 1, each: 1, leaseSeconds: 2 };
const sendMs = 800;
const leaseMs = size.leaseSeconds * 1_000;

const variable = testServerVariable("17");
const shared = process.env[variable];
let server: TestServer;
let database: TestDatabase;
let crowd: Crowd;
let provider: ChaosProvider;
let workers: Workers;
let bundle: Awaited<ReturnType<typeof bundleWorker>>;
const random = seededRandom(20261129).unit;

beforeAll(async () => {
  // Its own server: it is killed. Commits wait for the disk, as hosted.
  [server, bundle] = await Promise.all([startTestServer({ durable: true }), bundleWorker()]);
  process.env[variable] = server.url;
  database = await createTestDatabase();
  const world = await createWorld(database.pool);
  crowd = createCrowd(database.pool, database.url, world, size.people);
  provider = await startChaosProvider(random, sendMs + 400);
  await crowd.gather();
}, 600_000);
afterAll(async () => {
  workers?.stop();
  provider?.stop();
  await database?.drop().catch(() => undefined);
  await server?.stop();
  await bundle?.remove();
  process.env[variable] = shared;
});

/** Answers how often each harm was done. */
async function wreak(scene: Scene) {
  const all: Harm[] = ["freeze", "cutConnections", "holdRows", "readAll", "exhaust", "flood", "storm"];
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
  return Object.fromEntries(
    [...new Set(plan)].map((harm) => [harm, plan.filter((each) => each === harm).length]),
  );
}

describe("whatever befalls workers, database and provider", () => {
  it(
    `of ${size.notices} notifications nothing is lost, nothing has two effects, and nobody is told who left`,
    { timeout: 3_600_000 },
    async () => {
      const begun = performance.now();
      await crowd.tell(size.notices / 2, { among: size.among });
      const env = {
        DATABASE: database.url,
        PROVIDER: provider.url,
        LEASE_SECONDS: `${size.leaseSeconds}`,
        SEND_MS: `${sendMs}`,
      };
      workers = startWorkers(bundle.file, env, 3);
      const { url, adminUrl } = database;
      const harm = wreak({ server, url, adminUrl, workers, provider, crowd, random, leaseMs });
      await delay(1_000);
      const away = await turnAway(database.url);
      for (let part = 0; part < 5; part += 1) {
        await crowd.tell(size.notices / 10, { among: size.among });
        await delay(150);
      }
      const harms = await harm;
      await untilNothingWaits(database.url);
      expect(workers.complaints).toEqual([]);
      console.log(`${JSON.stringify(harms)} in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
      await audit(database.url, provider, away, crowd.told());
    },
  );

  it(
    `what a killed worker held is sent by another one within its lease and a second (${size.each} times)`,
    { timeout: 600_000 },
    async () => {
      const late: number[] = [];
      for (let time = 0; time < size.each; time += 1) late.push(...(await killHolder()));
      console.log(
        `${late.length} messages sent again ${Math.max(...late).toFixed(0)} ms after the kill at most`,
      );
      expect(late.filter((ms) => ms > leaseMs + 1_000)).toEqual([]);
    },
  );

  /** Kills a worker that waits for answers; answers after how many milliseconds others sent each message that it held. */
  async function killHolder(): Promise<number[]> {
    const { requests } = provider;
    provider.feels("silent");
    const before = requests.length;
    await crowd.tell(60);
    while (requests.length < before + 3) await delay(10);
    const { worker, lease } = requests.slice(before).at(-1) ?? { worker: 0, lease: "" };
    expect(workers.byId(worker)?.kill("SIGKILL")).toBe(true);
    const killedAt = performance.now();
    provider.feels("perfect");
    const { rows } = await insist(
      database.url,
      "select distinct carrier_id as key from private.deliveries where lease_id = $1",
      [lease],
    );
    expect(rows.length).toBeGreaterThan(0);
    const again = (key: string) =>
      requests.find((each) => each.key === key && each.lease !== lease && each.at > killedAt)?.at;
    while (!rows.every(({ key }) => again(key))) await delay(10);
    await untilNothingWaits(database.url);
    return rows.map(({ key }) => (again(key) ?? Infinity) - killedAt);
  }

  it.each([
    ["not urgent", "urgent"],
    ["urgent", "not urgent"],
  ])("what is %s is claimed before the last of all that is %s", async (few, many) => {
    provider.feels("perfect");
    const told = crowd.told();
    const rest = 40;
    const [some, most] = [60, size.people - rest - 60];
    const [each, other] = many === "urgent" ? [1, 0] : [0, 1];
    // All of it is due before anybody claims: which worker the machine runs first is not the question.
    workers.send("SIGSTOP");
    // Each group has its own people: what is due for one address goes out together.
    const early = { many: some, urgentEach: each, after: 0 };
    const late = { many: most, urgentEach: each, after: some };
    const these = { many: rest, urgentEach: other, after: some + most };
    // By age alone what is urgent would come last, and what is not urgent in the middle.
    const order = few === "urgent" ? [early, late, these] : [early, these, late];
    const firstOfFew = told + (few === "urgent" ? some + most : some);
    for (const part of order) {
      await crowd.tell(part.many, { ...part, among: part.many });
      await planAll(database.url);
    }
    const [{ begun }] = (await insist(database.url, "select now() as begun")).rows;
    workers.send("SIGCONT");
    await untilNothingWaits(database.url);
    // The database knows the first claim of each: on a busy machine a lease may end before anything was asked of the provider.
    const { rows } = await insist(
      database.url,
      `select n.title, d.carried_at as at from private.deliveries d join public.notifications n on n.id = d.notification_id
       where d.channel = 'email' and d.carried_at >= $1`,
      [begun],
    );
    const claims = rows.map(({ title, at }) => {
      const nth = Number(title.slice("n-".length)) - firstOfFew;
      return { isOfFew: nth > 0 && nth <= rest, at: Number(at) };
    });
    const lastOfFew = Math.max(...claims.filter(({ isOfFew }) => isOfFew).map(({ at }) => at));
    const after = claims.filter(({ isOfFew, at }) => !isOfFew && at > lastOfFew).length;
    console.log(`${after} of ${some + most} that are ${many} were claimed after the last that is ${few}`);
    // A fifth of the people was turned away before.
    expect(claims).toHaveLength(size.people * 0.8);
    expect(after).toBeGreaterThan((some + most) / 10);
  });
});
