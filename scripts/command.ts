import { describeError } from "../local/refusal";

/**
 * Runs a command. A failure prints one sentence (a stack only for a bug) and exits with 1. The first Ctrl-C or SIGTERM
 * calls every `stop` and then ends the process; a second one ends it at once.
 */
export async function runCommand(main: (onStop: (stop: () => Promise<void>) => void) => Promise<void>) {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse())
      await stop().catch((error) => console.error(describeError(error)));
  };
  let stopping = false;
  const end = (code: number) => {
    if (stopping) process.exit(code);
    stopping = true;
    void stopAll().then(() => process.exit(code));
  };
  process.on("SIGINT", () => end(130));
  process.on("SIGTERM", () => end(143));
  process.on("SIGHUP", () => end(129));
  try {
    await main((stop) => stops.push(stop));
  } catch (error) {
    if (stopping) return;
    console.error(`\n${describeError(error)}`);
    end(1);
  }
}
