import { rmSync } from "node:fs";
import { join } from "node:path";
import { seed } from "../local/seed";
import { startPlatform } from "../local/start";
import { refusal } from "../local/refusal";
import { buildApp } from "./build";
import { runCommand } from "./command";
import { copyFromEnvironment, welcome } from "./local";
import { serveApp } from "./serve";

/** The whole product on this machine: database, platform, build, app. See README, "Try it". */
await runCommand(async (onStop) => {
  const begun = performance.now();
  const { port, dataDir } = copyFromEnvironment();
  const unknown = process.argv.slice(2).find((argument) => argument !== "--reset");
  if (unknown) throw refusal(`Unknown option ${unknown}: the only one is --reset, which starts over.`);
  if (process.argv.includes("--reset")) rmSync(dataDir, { recursive: true, force: true });

  const log = (line: string) => console.log(line);
  // The build and the platform's start wait for different resources, so they run at the same time.
  const [platform] = await Promise.all([
    startPlatform({ port, dataDir, log }).then(async (started) => {
      onStop(started.stop);
      await seed(started);
      return started;
    }),
    buildApp(".next", log),
  ]);
  const app = await serveApp({
    mode: "start",
    port,
    distDir: ".next",
    logFile: join(dataDir, "app.log"),
    env: platform.env,
  });
  onStop(app.stop);
  console.log(welcome(platform, app.url, (performance.now() - begun) / 1000));
  throw refusal(`Stopped: ${await app.exited}; ${join(dataDir, "app.log")} says why.`);
});
