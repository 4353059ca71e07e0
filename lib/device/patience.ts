import type { Timers } from "@/lib/live/timers";

/** Longer than a working disk takes, shorter than a person waits for "Saved". */
const patienceMs = 4_000;

/**
 * Asks a disk that may never answer. A question that is not answered in time is rejected, and so is each after it, at
 * once, until the disk answers any of them: then `onBack` is called.
 */
export function createPatience({ after }: Pick<Timers, "after">, onBack: () => void) {
  let silent = false;

  /** Asks a silent disk, too. `isAwaited`: nobody has gone on without the answer. */
  function insist<T>(question: (isAwaited: () => boolean) => Promise<T>): Promise<T> {
    let awaited = true;
    return new Promise((resolve, reject) => {
      const cancel = after(patienceMs, giveUp);
      function giveUp() {
        awaited = false;
        silent = true;
        reject(new Error("the disk does not answer"));
      }
      function heard() {
        cancel();
        if (!silent) return;
        silent = false;
        onBack();
      }
      void question(() => awaited)
        .then(resolve, reject)
        .finally(heard);
    });
  }
  return {
    isSilent: () => silent,
    insist,
    ask: <T>(question: (isAwaited: () => boolean) => Promise<T>): Promise<T> =>
      silent ? Promise.reject(new Error("the disk is silent")) : insist(question),
  };
}
