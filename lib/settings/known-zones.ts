import { check, custom, type Schema } from "@/lib/schema";
import { findZone } from "@/lib/time/zone-table";
import type { JsonObject } from "./json";
import { valueAt } from "./patch";
import { leaves, type Section } from "./sections";

/**
 * Refuses a patch that names a zone which our table does not have, old names included: what the server stores, every
 * clock of the product can tell. SQL refuses the same names (`private.is_time_zone`).
 */
export const knownZones = (section: Section): Schema<JsonObject> =>
  custom<JsonObject>(
    undefined,
    check((context) => {
      for (const path of zonePaths(section)) {
        const name = valueAt(context.value, path);
        if (typeof name !== "string" || findZone(name)) continue;
        context.issues.push({
          ...{ code: "custom", path: path.split("."), message: "not a time zone" },
          input: context.value,
        });
      }
    }),
  );

const zonePaths = (section: Section): string[] =>
  [...leaves(section)].flatMap(([path, { control }]) => (control.kind === "timeZone" ? [path] : []));
