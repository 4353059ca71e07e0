import * as s from "@/lib/schema";
import { highestTarget, type TargetMetric } from "@/lib/vocabulary/targets";
import { atomic, type Field } from "./fields";

/** What a person wants to reach in a month beside what the project wants; 0: nothing of their own. Set in the widget. */
export const ownTarget = (metric: TargetMetric): Field<number> =>
  atomic(s.int(s.minimum(0), s.maximum(highestTarget)), 0, `ownTarget_${metric}`);
