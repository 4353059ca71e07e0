import { seed } from "../local/seed";
import { startPlatform } from "../local/start";
import { refusal } from "../local/refusal";
import { runCommand } from "./command";
import { copyFromEnvironment, welcome } from "./local";
import { serveApp } from "./serve";

/** The demo with its data, compiled as files change. */
await runCommand(async (onStop) => {
  const begun = performance.now();
  const { port, dataDir } = copyFromEnvironment();
  const platform = await startPlatform({ port, dataDir, log: (line) => console.log(line) });
  onStop(platform.stop);
  await seed(platform);
  const app = await serveApp({ mode: "dev", port, distDir: ".next", logFile: null, env: platform.env });
  onStop(app.stop);
  console.log(welcome(platform, app.url, (performance.now() - begun) / 1000));
  throw refusal(`Stopped: ${await app.exited}.`);
});
