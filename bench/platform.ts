import { rm } from "node:fs/promises";
import { join } from "node:path";
import { basePort } from "../local/ports";
import { seed } from "../local/seed";
import { type Platform, startPlatform } from "../local/start";
import { buildApp } from "../scripts/build";

import { root } from "../scripts/root";
import { serveApp } from "../scripts/serve";

/** Beside a demo on its usual ports, not instead of it. */
const port = basePort(process.env.PORT ?? "4900");

/** The whole local platform with its seed data, in a folder of its own that is removed afterwards. */
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

/** The same with the built app in front of it. */
export const withApp = <T>(
  work: (ground: { platform: Platform; appUrl: string }) => Promise<T>,
): Promise<T> =>
  withPlatform(async ({ platform }) => {
    await buildApp(".next", console.log);
    const { env } = platform;
    const app = await serveApp({ mode: "start", port, distDir: ".next", logFile: null, env });
    try {
      return await work({ platform, appUrl: app.url });
    } finally {
      await app.stop();
    }
  });
