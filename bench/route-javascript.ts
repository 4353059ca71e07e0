import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { buildApp } from "../scripts/build";
import { root } from "../scripts/root";
import { earlierCommit } from "./earlier";
import type { Figure } from "./figure";

const stats = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }));

/** Text found only in the Realtime client, which must load after the page has painted. */
const supabaseMark = /realtime\/v1|phx_join/;

/** The gzipped bytes of all chunks that the page waits for. */
async function weigh(route: string) {
  const text = await readFile(join(root, ".next/diagnostics/route-bundle-stats.json"), "utf8");
  const entry = stats.parse(JSON.parse(text)).find((candidate) => candidate.route === route);
  if (!entry) throw new Error(`the build has no route ${route}`);
  const chunks = await Promise.all(entry.firstLoadChunkPaths.map((path) => readFile(join(root, path))));
  return {
    bytes: chunks.reduce((total, chunk) => total + gzipSync(chunk).length, 0),
    carriesSupabase: chunks.some((chunk) => supabaseMark.test(chunk.toString("utf8"))),
  };
}

/** The gzipped bytes of the English messages, a file of data that every page waits for beside its code. */
async function weighMessages(): Promise<number> {
  const folder = join(root, ".next/server/app/messages");
  const names = await readdir(folder);
  const name = names.find((each) => /^en\.\w+\.json\.body$/.test(each));
  if (!name) throw new Error("the build has no English messages");
  return gzipSync(await readFile(join(folder, name))).length;
}

/** The bytes of a page against what it weighed at a commit: a build weighs the same on every machine. */
const javaScriptFigure = (
  name: string,
  route: string,
  before: { commit: string; bytes: number },
  atMost: number,
): Figure => ({
  name: `JavaScript of ${name}, gzip bytes`,
  baseline: `the same page at ${before.commit}, ${before.bytes} bytes`,
  bar: { atMost },
  measure: async () => {
    await buildApp(".next", console.log);
    const { bytes, carriesSupabase } = await weigh(route);
    if (carriesSupabase) throw new Error(`supabase-js is among the first-load chunks of ${name}`);
    const words = `its messages, which are no JavaScript, are ${await weighMessages()} more`;
    return { ratio: bytes / before.bytes, detail: `${bytes} bytes; supabase-js is not among them; ${words}` };
  },
});

export const settingsJavaScriptFigure = javaScriptFigure(
  "the settings page",
  "/settings/dashboard",
  { commit: earlierCommit, bytes: 306_562 },
  0.7,
);

/** A page of text in the root layout, with the JavaScript that every route of the build loads. */
export const textJavaScriptFigure = javaScriptFigure(
  "a page of text",
  "/set-up",
  { commit: earlierCommit, bytes: 238_848 },
  0.65,
);

const dashboardAllowance = 60_000;

/** What a dashboard's charts, grid and figures add to the JavaScript that every page waits for. */
export const dashboardJavaScriptFigure: Figure = {
  name: "JavaScript of the dashboard over a page of text, gzip bytes",
  baseline: `${dashboardAllowance} bytes`,
  bar: { atMost: 1 },
  measure: async () => {
    await buildApp(".next", console.log);
    const [dashboard, text] = [await weigh("/dashboard/[projectId]"), await weigh("/set-up")];
    const bytes = dashboard.bytes - text.bytes;
    return {
      ratio: bytes / dashboardAllowance,
      detail: `${bytes} bytes: ${dashboard.bytes} of ${text.bytes}`,
    };
  },
};
