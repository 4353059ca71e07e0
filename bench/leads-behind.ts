import { createTestDatabase } from "../local/test-database";
import { withScratchDatabase } from "../scripts/scratch-database";
import { counted, fillProject, withReader } from "./dashboard-ground";
import { inTurn, timed, type Figure } from "./figure";

const leads = 100_000;
const dayMs = 86_400_000;

const pageSql = `select public.get_leads(project_id => $1, counts => array['came'], counts_from => $2, counts_to => $3,
  page_size => 50)`;

export const leadsBehindFigure: Figure = {
  name: `the leads behind a figure of a year, all of ${leads.toLocaleString("en")}, time of a page`,
  baseline: "a page of those behind the same figure of 30 days",
  bar: { atMost: 1.5 },
  measure: () =>
    withScratchDatabase(
      async () => {
        const database = await createTestDatabase();
        try {
          const ground = await counted(await fillProject(database, leads));
          return await withReader(ground, async (reader) => {
            const now = Date.now();
            const page = (from: number, to = 0) =>
              timed(() =>
                reader.query(pageSql, [
                  ground.projectId,
                  new Date(now - from * dayMs),
                  new Date(now - to * dayMs),
                ]),
              );
            const times = await inTurn(
              15,
              () => page(365),
              () => page(30),
            );
            const old = await page(365, 335);
            const detail = `${times.ours.toFixed(1)} against ${times.baseline.toFixed(1)} ms; those of a month a year ago ${old.toFixed(0)} ms`;
            return { ratio: times.ours / times.baseline, detail };
          });
        } finally {
          await database.drop();
        }
      },
      { durable: true },
    ),
};
