import type { JsonObject } from "@/lib/settings/json";
import { parse } from "@/lib/settings/resolve";
import { session } from "@/lib/settings/session";

/** Where the person was on another device. */
export type Elsewhere = { device: string; path: string; leadsHeat: string };

/** What a page is drawn with of the person's session state. */
export type RestoredSession = {
  /** What this device kept; null where nothing is known of it. */
  here: JsonObject | null;
  /** Null where nothing newer than here is known: there is nothing to go on with. */
  elsewhere: Elsewhere | null;
};

type Kept = { current_context: JsonObject; at: string };
type KeptSession = { here: (Kept & { ui_state: JsonObject }) | null; elsewhere: Kept | null };

export function restoredSession({ here, elsewhere }: KeptSession): RestoredSession {
  const isNewer = elsewhere && (!here || Date.parse(elsewhere.at) > Date.parse(here.at));
  return {
    here: here && { current_context: here.current_context, ui_state: here.ui_state },
    elsewhere: isNewer ? elsewhereOf(elsewhere) : null,
  };
}

function elsewhereOf({ current_context }: Kept): Elsewhere {
  const { device, path, filters } = parse(session, { current_context }).current_context;
  return { device, path, leadsHeat: filters.leadsHeat };
}
