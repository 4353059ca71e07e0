import { rm } from "node:fs/promises";
import { join } from "node:path";
import { basePort } from "../local/ports";
import { seed } from "../local/seed";
import { type Platform, startPlatform } from "../local/start";
import { buildApp } from "../scripts/build";

import { root } from "../scripts/root";
import { serveApp } from "../scripts/serve";

/** Ports other than the demo's, so that the demo can run at the same time. */
const port = basePort(process.env.PORT ?? "4900");

/** Runs `work` with the whole local platform and its seed data, in its own folder, which is removed afterwards. */
export async function withPlatform<T>(work: (ground: { platform: Platform }) => Promise<T>): Promise<T> {
  const dataDir = join(root, ".data", "bench");
  await rm(dataDir, { recursive: true, force: true });
  const platform = await startPlatform({ port, dataDir });
  try {
    await seed(platform);
    return await work({ platform });
  } finally {
    await platform.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * `withPlatform` with the built app served on it. `logFile`: where it writes, instead of this terminal. `build`: answers
 * the folder of another build than the present one.
 */
export const withApp = <T>(
  work: (ground: { platform: Platform; appUrl: string; pid: number }) => Promise<T>,
  { logFile = null, build = presentBuild }: { logFile?: string | null; build?: () => Promise<string> } = {},
): Promise<T> =>
  withPlatform(async ({ platform }) => {
    const distDir = await build();
    const { env } = platform;
    const app = await serveApp({ mode: "start", port, distDir, logFile, env });
    try {
      return await work({ platform, appUrl: app.url, pid: app.pid });
    } finally {
      await app.stop();
    }
  });

async function presentBuild(): Promise<string> {
  await buildApp(".next", console.log);
  return ".next";
}
