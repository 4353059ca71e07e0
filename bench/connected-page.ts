import pg from "pg";
import { withMember } from "./browser";
import { connectFive, disconnectAll } from "./connections";
import { inTurn, timed, type Figure } from "./figure";
import { withApp } from "./platform";

const pages = ["integrations", "notifications", "dashboard"];
const rounds = 20;

export const connectedPageFigure: Figure = {
  name: "server time of pages of a person with five connections",
  baseline: "the same pages of the same person with none",
  bar: { atMost: 1.1 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withMember(appUrl, async (page) => {
        const cookies = await page.context().cookies();
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
        const database = new pg.Client({ connectionString: platform.urls.db });
        await database.connect();
        const opened = async (name: string, isConnected: boolean) => {
          await disconnectAll(database);
          if (isConnected) await connectFive(database, "member@demo.local");
          return timed(async () => {
            const answer = await fetch(`${appUrl}/settings/${name}`, { headers: { cookie } });
            if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
            await answer.text();
          });
        };
        const sums = { ours: 0, baseline: 0 };
        const parts: string[] = [];
        try {
          for (const name of pages) {
            const { ours, baseline } = await inTurn(
              rounds,
              () => opened(name, true),
              () => opened(name, false),
            );
            sums.ours += ours;
            sums.baseline += baseline;
            parts.push(`${name} ${ours.toFixed(0)} against ${baseline.toFixed(0)} ms`);
          }
        } finally {
          await database.end();
        }
        return { ratio: sums.ours / sums.baseline, detail: parts.join(", ") };
      }),
    ),
};
