import type { JsonObject } from "@/lib/settings/json";
import { parse } from "@/lib/settings/resolve";
import { session, type SessionState } from "@/lib/settings/session";

/** Where the person was on another device, and the panels and views that were open there. */
export type Elsewhere = Pick<SessionState["current_context"], "device" | "path" | "filters"> &
  Pick<SessionState, "ui_state">;

/** The session state that a page is drawn with. */
export type ResumedSession = {
  /** The state kept for this device; null where there is none. */
  here: JsonObject | null;
  /** Null where no other device was used later than this one. */
  elsewhere: Elsewhere | null;
};

type Kept = { current_context: JsonObject; ui_state: JsonObject; at: string };
type KeptSession = { here: Kept | null; elsewhere: Kept | null };

export function resumedSession({ here, elsewhere }: KeptSession): ResumedSession {
  const isNewer = elsewhere && (!here || Date.parse(elsewhere.at) > Date.parse(here.at));
  return {
    here: here && { current_context: here.current_context, ui_state: here.ui_state },
    elsewhere: isNewer ? elsewhereOf(elsewhere) : null,
  };
}

function elsewhereOf({ current_context, ui_state }: Kept): Elsewhere {
  const kept = parse(session, { current_context, ui_state });
  const { device, path, filters } = kept.current_context;
  return { device, path, filters, ui_state: kept.ui_state };
}
