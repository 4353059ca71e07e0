import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { seededRandom } from "@/scripts/seed/random";
import { createNotification } from "./notifications-client";
import { committedAs } from "./settings-client";

const people = 6;
const projects = 4;
const leadsEach = 5;
const writers = 8;
const rounds = 12;

let database: TestDatabase;
let pool: pg.Pool;
const persons: string[] = [];
const projectIds: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  for (let index = 0; index < people; index += 1) persons.push(await createUser(pool));
  const client = await pool.query("insert into public.clients (name) values ('Acme') returning id");
  for (let index = 0; index < projects; index += 1) {
    const sql = "insert into public.projects (client_id, name) values ($1, 'P') returning id";
    const id: string = (await pool.query(sql, [client.rows[0].id])).rows[0].id;
    projectIds.push(id);
    await pool.query(
      "insert into public.project_members (project_id, user_id) select $1, id from unnest($2::uuid[]) id",
      [id, persons],
    );
    await pool.query(
      "insert into public.leads (project_id, name) select $1, 'Lead ' || n from generate_series(1, $2) n",
      [id, leadsEach],
    );
  }
});
afterAll(() => database.drop());

it("leads that heat up in many projects at once, for the same people, meet no deadlock and leave no hole in any seq", async () => {
  const write = async (writer: number) => {
    const random = seededRandom(writer);
    for (let round = 0; round < rounds; round += 1) {
      const heat = random.pick(["warm", "hot", "burning"]);
      const [project, person] = [random.pick(projectIds), random.pick(persons)];
      // Whole projects at once: each statement locks every member's counter.
      await committedAs(pool, person, (client) =>
        client.query("update public.leads set heat = $1 where project_id = $2 and heat <> $1", [
          heat,
          project,
        ]),
      );
      await createNotification(pool, { user_id: person, title: "News", dedupe_key: `round ${round}` });
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));

  const { rows } = await pool.query(
    `select count(*) = max(n.seq) and min(n.seq) = 1 and max(n.seq) = max(c.last_seq) as whole, count(*) as told
     from public.notifications n join private.notification_counters c using (user_id) group by n.user_id`,
  );
  expect(rows).toHaveLength(people);
  for (const { whole, told } of rows) expect([whole, Number(told) > 20]).toEqual([true, true]);
});
