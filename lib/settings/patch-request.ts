import { z } from "zod";
import { dashboard } from "./dashboard";
import { patchSchema } from "./patch-schema";
import { isLeafOf } from "./sections";

/**
 * What a browser sends to change dashboard settings. `userId` is whose edit it is, not who is asking: a device keeps
 * edits of people who are not signed in. `base` holds, per dotted path, the value the person saw.
 */
export const dashboardPatchRequest = z.strictObject({
  userId: z.uuid(),
  projectId: z.uuid().nullable(),
  patch: patchSchema(dashboard),
  base: z.record(z.string().refine(isLeafOf(dashboard)), z.json()),
  opId: z.uuid(),
});

export type DashboardPatchRequest = z.input<typeof dashboardPatchRequest>;
