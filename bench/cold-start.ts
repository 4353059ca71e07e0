import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Platform } from "../local/start";
import { type Build, prepareDeployment } from "../local/vercel/build";
import { startFunctions } from "../local/vercel/functions";
import { root } from "../scripts/root";
import { earlierCommit, unpackEarlier } from "./earlier";
import { inTurn, timed, type Figure } from "./figure";
import { withPlatform } from "./platform";

const rounds = 10;

/** From the start of a function's process, with its files in place, until its first answer is whole. */
const firstRequest =
  (node: string, build: Build, { env }: Platform) =>
  async () => {
    const logFile = join(build.output, "functions.log");
    const functions = startFunctions({ ...build, node, env, logFile });
    const took = await timed(async () => {
      const { port } = await functions.at("/sign-in");
      const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, {
        headers: { "x-matched-path": "/sign-in", "x-nonce": "n", "x-address": "/sign-in" },
      });
      if (answer.status !== 200) throw new Error(`/sign-in answered ${answer.status}; see ${logFile}`);
      await answer.text();
    });
    await functions.stop();
    return took;
  };

export const coldStartFigure: Figure = {
  name: "first request of a function that Vercel built",
  baseline: `the product at ${earlierCommit}, built by the same builder`,
  bar: { atMost: 0.7 },
  measure: () =>
    withPlatform(async ({ platform }) => {
      const folder = await mkdtemp(join(tmpdir(), "ovenai-earlier-"));
      await unpackEarlier(join(folder, earlierCommit));
      const ours = await prepareDeployment(root, console.log);
      const earlier = await prepareDeployment(join(folder, earlierCommit), console.log);
      try {
        const [our, their] = [await ours.build(), await earlier.build()];
        const { ours: now, baseline } = await inTurn(
          rounds,
          firstRequest(ours.node, our, platform),
          firstRequest(earlier.node, their, platform),
        );
        return { ratio: now / baseline, detail: `${now.toFixed(0)} ms against ${baseline.toFixed(0)} ms` };
      } finally {
        ours.remove();
        earlier.remove();
        await rm(folder, { recursive: true });
      }
    }),
};
