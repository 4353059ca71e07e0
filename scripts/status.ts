import { join } from "node:path";
import { basePort } from "../local/ports";
import { refusal } from "../local/refusal";
import { readRunning } from "../local/running";
import { runCommand } from "./command";
import { root } from "./root";

/** Prints the running platform's addresses and keys as NAME=value lines, as `supabase status -o env` does. */
await runCommand(async () => {
  const port = basePort(process.env.PORT);
  const running = await readRunning(join(root, ".data", String(port)));
  if (!running) throw refusal(`Nothing runs on port ${port}: start it with npm run demo, or set PORT.`);
  for (const [name, value] of Object.entries(running.values)) console.log(`${name}=${value}`);
});
