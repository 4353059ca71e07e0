export type Undo = Readonly<{
  add(step: () => Promise<void>): void;
  /**
   * Runs every step once, last first. A failing step does not stop the others; the first error is thrown at the end.
   */
  all(): Promise<void>;
}>;

/** A list of steps that stop what has been started. */
export function createUndo(): Undo {
  const steps: (() => Promise<void>)[] = [];
  const all = async () => {
    const failures: unknown[] = [];
    for (const step of steps.splice(0).reverse()) await step().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  return { add: (step) => void steps.push(step), all };
}
