export type Undo = Readonly<{
  add(step: () => Promise<void>): void;
  /** Undoes everything, last first, once; what fails does not keep the rest from being undone. */
  all(): Promise<void>;
}>;

/** Remembers how to stop what has been started. */
export function createUndo(): Undo {
  const steps: (() => Promise<void>)[] = [];
  const all = async () => {
    const failures: unknown[] = [];
    for (const step of steps.splice(0).reverse()) await step().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  return { add: (step) => void steps.push(step), all };
}
