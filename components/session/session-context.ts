"use client";

import { createContext, useContext } from "react";
import type { Elsewhere } from "@/lib/session/restored";
import type { SessionState, SessionStatePatch } from "@/lib/settings/session";

export type Session = {
  state: SessionState;
  /** Shown at once, stored in a moment. Nothing waits for it and nobody is told when it fails. */
  keep: (patch: SessionStatePatch) => void;
  elsewhere: Elsewhere | null;
  /** The offer to go on from there has been taken, or refused. */
  settleElsewhere: () => void;
  /** The person leaves: nothing of theirs is stored after this. */
  stop: () => void;
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("session state is used outside SessionProvider");
  return session;
}

type Panel = keyof SessionState["ui_state"]["openPanels"];

/** A panel that stays as it was left, also in the next browser session. */
export function usePanel(panel: Panel): [open: boolean, setOpen: (open: boolean) => void] {
  const { state, keep } = useSession();
  return [state.ui_state.openPanels[panel], (open) => keep({ ui_state: { openPanels: { [panel]: open } } })];
}
