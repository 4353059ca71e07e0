import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startPlatform } from "../../local/start";
import { buildApp } from "../../scripts/build";
import { runCommand } from "../../scripts/command";
import { seed } from "../../local/seed";
import { root } from "../../scripts/root";
import { serveApp } from "../../scripts/serve";
import { addresses, appLog } from "./addresses";

/** All specs come from this machine; accounts keep the limits that people have. */
async function letOneAddressSignInOften(db: string) {
  const client = new pg.Client({ connectionString: db });
  await client.connect();
  await client.query("update private.sign_in_limits set most = 100000 where name like '%:address'");
  await client.end();
}

/** What playwright.config.ts starts once for all specs: a new, seeded platform that can be broken on demand. */
await runCommand(async (onStop) => {
  const port = addresses.ports.app;
  const dataDir = join(root, ".data", `e2e-${port}`);
  rmSync(dataDir, { recursive: true, force: true });
  const platform = await startPlatform({
    port,
    dataDir,
    log: (line) => console.log(line),
    control: true,
  });
  onStop(platform.stop);
  await seed(platform);
  await letOneAddressSignInOften(platform.urls.db);
  await buildApp(".next", (line) => console.log(line));
  const logFile = join(root, appLog);
  const app = await serveApp({ mode: "start", port, distDir: ".next", logFile, env: platform.env });
  onStop(app.stop);
  throw new Error(await app.exited);
});
