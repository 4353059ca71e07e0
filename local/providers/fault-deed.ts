import { z } from "zod";
import { asJson, type Fault } from "./http";

/** A fault as the control planes take it. `instead`: nothing is answered at all, or the connection breaks. */
export const faultDeed = z
  .strictObject({
    instead: z.enum(["hang", "cut"]).optional(),
    status: z.number().int().default(200),
    headers: z.record(z.string(), z.string()).default({}),
    /** Text is answered as it is, so that it may be no JSON; anything else as JSON. */
    body: z.unknown().optional(),
    cutAfter: z.number().int().min(1).optional(),
    times: z.number().int().min(1).default(1),
    after: z.number().int().min(0).default(0),
    path: z.string().default(""),
  })
  .transform(({ instead, status, headers, body, cutAfter, ...which }): Fault => {
    const reply = typeof body === "string" ? { status, headers, body } : asJson(status, body ?? {}, headers);
    return { ...which, reply: instead ?? { ...reply, ...(cutAfter !== undefined && { cutAfter }) } };
  });
