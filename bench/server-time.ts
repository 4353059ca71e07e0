import { withMember } from "./browser";
import { earlierName, withEarlierApp } from "./earlier";
import { inTurn, timed, type Figure } from "./figure";
import { withApp } from "./platform";

const pages = ["dashboard", "notifications", "preferences", "integrations", "activity"];
const rounds = 20;

/** One request after the other on a server that is warm: the time is that of one page, drawn and sent whole. */
const open = (url: string, cookie: string) => () =>
  timed(async () => {
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    await answer.text();
  });

export const serverTimeFigure: Figure = {
  name: "server time of the five pages of settings",
  baseline: earlierName,
  bar: { atMost: 0.6 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withEarlierApp(platform, (earlierUrl) =>
        withMember(appUrl, async (page) => {
          const cookies = await page.context().cookies();
          const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
          const sums = { ours: 0, baseline: 0 };
          const parts: string[] = [];
          for (const name of pages) {
            const [ours, earlier] = [appUrl, earlierUrl].map((url) =>
              open(`${url}/settings/${name}`, cookie),
            );
            if (!ours || !earlier) throw new Error("two apps are compared");
            for (let warm = 0; warm < 5; warm += 1) await Promise.all([ours(), earlier()]);
            const median = await inTurn(rounds, ours, earlier);
            sums.ours += median.ours;
            sums.baseline += median.baseline;
            parts.push(`${name} ${median.ours.toFixed(0)} against ${median.baseline.toFixed(0)} ms`);
          }
          return { ratio: sums.ours / sums.baseline, detail: parts.join(", ") };
        }),
      ),
    ),
};
