import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { buildApp } from "../scripts/build";
import { root } from "../scripts/root";
import type { Figure } from "./figure";

const stats = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }));

/** A page of text in the root layout, with the JavaScript that every route of the build loads. */
const blankRoute = "/set-up";
const settingsRoute = "/settings/dashboard";
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

export const routeJavaScriptFigure: Figure = {
  name: "JavaScript of the settings page, gzip bytes",
  baseline: "a page of text of the same build",
  bar: { atMost: 1.35 },
  measure: async () => {
    await buildApp(".next", console.log);
    const [settings, blank] = [await weigh(settingsRoute), await weigh(blankRoute)];
    if (settings.carriesSupabase)
      throw new Error("supabase-js is among the first-load chunks of the settings page");
    const detail = `${settings.bytes} against ${blank.bytes} bytes; supabase-js is not among them`;
    return { ratio: settings.bytes / blank.bytes, detail };
  },
};
