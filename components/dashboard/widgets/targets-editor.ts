import type { Result } from "@/lib/result";
import type { TargetMetric } from "@/lib/vocabulary/targets";

/** What may be changed: a person's own targets as a setting, those of the project by who leads it. */
export type TargetsEditor = {
  setOwn: (targets: Partial<Record<TargetMetric, number>>) => void;
  setProject: (input: {
    projectId: string;
    month: string;
    targets: Record<TargetMetric, number | null>;
  }) => Promise<Result<unknown>>;
  /** The figures are to be read anew. */
  onChanged: () => void;
};
