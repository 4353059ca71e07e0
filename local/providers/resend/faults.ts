import { z } from "zod";

export const faultSchema = z.strictObject({
  match: z.strictObject({
    method: z.string().optional(),
    pathRegex: z.string().default(""),
    times: z.number().int().min(1).default(1),
  }),
  action: z.strictObject({
    status: z.number().int().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
    delayMs: z.number().int().min(0).default(0),
    /** `before`: nothing was done. `after`: the mail was taken, and the answer is lost. */
    dropConnection: z.enum(["before", "after"]).optional(),
    malformedJson: z.boolean().default(false),
  }),
});

export type FaultAction = z.infer<typeof faultSchema>["action"];

/** What goes wrong with the next requests, in the order in which it was asked for. */
export function createFaults() {
  let faults: { method: string | undefined; path: RegExp; left: number; action: FaultAction }[] = [];
  return {
    add({ match, action }: z.infer<typeof faultSchema>) {
      faults.push({ method: match.method, path: new RegExp(match.pathRegex), left: match.times, action });
    },
    take(method: string, path: string): FaultAction | null {
      const fault = faults.find((one) => (one.method ?? method) === method && one.path.test(path));
      if (!fault) return null;
      fault.left -= 1;
      faults = faults.filter(({ left }) => left > 0);
      return fault.action;
    },
    reset: () => void (faults = []),
  };
}

export type Faults = ReturnType<typeof createFaults>;
