import { createTestDatabase } from "../local/test-database";
import { withScratchDatabase } from "../scripts/scratch-database";
import { counted, fillProject, withReader } from "./dashboard-ground";
import { median, timed, type Figure } from "./figure";

const leads = 100_000;
const rounds = 7;
const dayMs = 86_400_000;
/** Of a statement of a signed-in person. */
const allowedMs = 8_000;

const pageSql = `select public.get_leads(project_id => $1, counts => array['came'], counts_from => $2, counts_to => $3,
  page_size => 50)`;

export const leadsBehindFigure: Figure = {
  name: `the leads behind a figure of 30 days among ${leads.toLocaleString("en")}, time of a page`,
  baseline: "the eight seconds that hosted projects allow a statement",
  bar: { atMost: 0.1 },
  measure: () =>
    withScratchDatabase(
      async () => {
        const database = await createTestDatabase();
        try {
          const ground = await counted(await fillProject(database, leads));
          return await withReader(ground, async (reader) => {
            const now = Date.now();
            const page = (days: number) =>
              timed(() =>
                reader.query(pageSql, [ground.projectId, new Date(now - days * dayMs), new Date(now)]),
              );
            await page(30);
            const times: number[] = [];
            for (let round = 0; round < rounds; round += 1) times.push(await page(30));
            const year = await page(365);
            const detail = `${median(times).toFixed(0)} ms; those of a year, all of them, ${year.toFixed(0)} ms`;
            return { ratio: median(times) / allowedMs, detail };
          });
        } finally {
          await database.drop();
        }
      },
      { durable: true },
    ),
};
