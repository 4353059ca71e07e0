import { z } from "zod";
import { readOwn } from "@/lib/leads/asked";
import { daysOf } from "@/lib/leads/period";
import { createFiguresStore } from "@/lib/leads/figures/store";
import { readRoute } from "@/lib/read-route";
import { findZone } from "@/lib/time/zone-table";
import { panelNames } from "@/lib/vocabulary/panels";
import { dayPattern, periodPresets } from "@/lib/vocabulary/periods";

const day = z.string().regex(dayPattern).default("");

/** `panels`: their names with commas between. `own`: those over other days (lib/leads/asked.ts). `from` and `to`: days, of an own period only. `weekStart`: Sunday is 0. */
const query = z
  .strictObject({
    project: z.uuid(),
    panels: z
      .string()
      .transform((names) => names.split(",").filter((name) => name !== ""))
      .pipe(z.array(z.enum(panelNames)).max(panelNames.length)),
    preset: z.enum(periodPresets),
    from: day,
    to: day,
    own: z
      .string()
      .default("")
      .transform((text, context) => {
        const own = readOwn(text);
        if (own && Object.values(own).every((period) => daysOf(period, 0) !== null)) return own;
        context.addIssue({ code: "custom", message: "not periods" });
        return z.NEVER;
      }),
    zone: z.string().refine((name) => findZone(name) !== null, { message: "no time zone" }),
    weekStart: z
      .enum(["0", "1", "6"])
      .transform(Number)
      .pipe(z.literal([0, 1, 6])),
  })
  .refine((period) => daysOf(period, 0) !== null, { path: ["to"], message: "not a period" });

/** The figures of a dashboard that runs: newer ones, of other days, or of more panels. */
export const GET = readRoute(query, ({ input: { project, preset, from, to, ...asked }, client }) =>
  createFiguresStore(client).panels(project, { ...asked, period: { preset, from, to } }, Date.now()),
);
