import { openSettings, withMember } from "./browser";
import { earlierName, withEarlierApp } from "./earlier";
import { percentile, type Figure } from "./figure";
import { withApp } from "./platform";
import { hearPaints, noting, press, slowdown } from "./presses";

/** Each of them opens the page anew and presses ten times: what is slow is what meets cold code. */
const openings = 10;

export const firstPressesFigure: Figure = {
  name: `the first ten presses after a page opens, CPU slowed ${slowdown} times, 98th percentile`,
  baseline: earlierName,
  bar: { atMost: 0.6 },
  measure: () =>
    withApp(({ platform, appUrl }) =>
      withEarlierApp(platform, (earlierUrl) =>
        withMember(appUrl, async (page) => {
          const devtools = await page.context().newCDPSession(page);
          const slowDown = (rate: number) => devtools.send("Emulation.setCPUThrottlingRate", { rate });
          const painted = await hearPaints(page);
          const times: Record<string, number[]> = { [appUrl]: [], [earlierUrl]: [] };
          for (let opening = 0; opening < openings; opening += 1) {
            for (const url of opening % 2 === 0 ? [appUrl, earlierUrl] : [earlierUrl, appUrl]) {
              await slowDown(1);
              await openSettings(page, url);
              await page.evaluate(noting);
              await slowDown(slowdown);
              times[url]?.push(...(await press(page, painted, "switch", "Insights")));
            }
          }
          const [ours = [], earlier = []] = [times[appUrl], times[earlierUrl]];
          const words = (all: readonly number[]) =>
            `${percentile(98, all).toFixed(0)} ms (median ${percentile(50, all).toFixed(0)})`;
          return {
            ratio: percentile(98, ours) / percentile(98, earlier),
            detail: `${words(ours)} against ${words(earlier)}, ${ours.length} presses each`,
          };
        }),
      ),
    ),
};
