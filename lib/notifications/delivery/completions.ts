import type { DeliveryStore, Result } from "./store";

/** Until all that is on its way by now has been heard. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Writes results down as they come in: what comes at once goes in one call, and what comes while a call is on its way goes
 * with the next one. `done` resolves when all are written, and throws what a write threw.
 */
export function createCompletions(store: Pick<DeliveryStore, "complete">, lease: string) {
  let waiting: Result[] = [];
  let writing: Promise<void> | null = null;
  async function write() {
    await nextTurn();
    while (waiting.length > 0) {
      const results = waiting;
      waiting = [];
      await store.complete(lease, results);
    }
    writing = null;
  }
  return {
    add(results: readonly Result[]) {
      waiting.push(...results);
      if (waiting.length > 0) writing ??= write();
      // Whoever waits for `done` is told; until then the rejection is nobody's.
      writing?.catch(() => undefined);
    },
    done: async () => {
      await writing;
    },
  };
}
