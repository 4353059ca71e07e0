import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { asPostgres, bootstrap } from "../local/bootstrap";
import type { TestDatabase } from "../local/test-database";
import { withScratchDatabase } from "../scripts/scratch-database";
import { earlierCommit, unpackEarlier } from "./earlier";
import { inTurn, median, timed, type Figure } from "./figure";

/** Members of one project with cold leads, in a database of either product. */
async function fill(client: pg.Client, { leads, people }: Size): Promise<void> {
  await client.query(
    `with person as (insert into auth.users (id) select gen_random_uuid() from generate_series(1, $1::integer) returning id),
     client as (insert into public.clients (name) values ('Acme') returning id),
     project as (insert into public.projects (client_id, name) select id, 'Main' from client returning id),
     joined as (
       insert into public.project_members (project_id, user_id, role)
       select project.id, person.id, 'member' from project, person
     )
     insert into public.leads (project_id, name, created_at)
     select project.id, 'Lead ' || n, now() - interval '1 day' from project, generate_series(1, $2::integer) n`,
    [people, leads],
  );
  await client.query("delete from public.notifications");
  await client.query("vacuum analyze");
}

type Size = Readonly<{ leads: number; people: number }>;

/** Milliseconds in which all leads turn hot and everybody is told, or nothing of it has happened. */
async function change(client: pg.Client, { leads, people }: Size): Promise<number> {
  const took = await timed(async () => {
    await client.query("begin");
    await client.query("update public.leads set heat = 'hot'");
    await client.query("commit");
  });
  const { rows } = await client.query("select count(*)::integer as many from public.notifications");
  if (rows[0].many !== leads * people) throw new Error(`${rows[0].many} were told, not ${leads * people}`);
  await takeBack(client);
  return took;
}

async function takeBack(client: pg.Client): Promise<void> {
  await client.query("delete from public.notifications");
  await client.query("alter table public.leads disable trigger user");
  await client.query("update public.leads set heat = 'cold'");
  await client.query("alter table public.leads enable trigger user");
  await client.query("vacuum analyze");
}

/** Milliseconds in which the same rows are inserted once more, ready as they are: the table's own keys and indexes. */
async function rowsAlone(client: pg.Client): Promise<number> {
  await client.query("update public.leads set heat = 'hot'");
  await client.query("create temporary table made as table public.notifications");
  await takeBack(client);
  const took = await timed(() => client.query("insert into public.notifications select * from made"));
  await client.query("drop table made");
  await takeBack(client);
  return took;
}

/** A database of the earlier product, on the same server. */
async function earlierDatabase({ pool, adminUrl }: TestDatabase): Promise<string> {
  const url = new URL(adminUrl);
  url.pathname = "/earlier_product";
  await pool.query("create database earlier_product");
  await bootstrap(url.href);
  const folder = await mkdtemp(join(tmpdir(), "earlier-"));
  const client = new pg.Client({ connectionString: asPostgres(url.href) });
  try {
    await unpackEarlier(folder);
    await client.connect();
    const migrations = join(folder, "supabase/migrations");
    for (const file of (await readdir(migrations)).sort())
      await client.query(await readFile(join(migrations, file), "utf8"));
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
  return asPostgres(url.href);
}

const figureOf = (size: Size): Figure => ({
  name: `bulk change of ${size.leads.toLocaleString("en")} leads, ${size.people} recipients each, time`,
  baseline: `the same statement on the database of the product at ${earlierCommit}`,
  bar: { atMost: 0.2 },
  measure: () =>
    withScratchDatabase(
      async (database) => {
        const urls = [database.url, await earlierDatabase(database)];
        const [ours, earlier] = urls.map((connectionString) => new pg.Client({ connectionString }));
        if (!ours || !earlier) throw new Error("there are two databases");
        try {
          for (const client of [ours, earlier]) {
            await client.connect();
            await fill(client, size);
          }
          const measured = await inTurn(
            3,
            () => change(ours, size),
            () => change(earlier, size),
          );
          const alone = median([await rowsAlone(ours), await rowsAlone(ours), await rowsAlone(ours)]);
          const detail = `${measured.ours.toFixed(0)} ms against ${measured.baseline.toFixed(0)} ms; the rows alone ${alone.toFixed(0)} ms`;
          return { ratio: measured.ours / measured.baseline, detail };
        } finally {
          await Promise.all([ours.end(), earlier.end()]);
        }
      },
      { durable: true },
    ),
});

export const bulkChangeFigures: readonly Figure[] = [
  figureOf({ leads: 1_000, people: 20 }),
  figureOf({ leads: 20, people: 1_000 }),
];
