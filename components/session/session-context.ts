"use client";

import { createContext, useContext } from "react";
import type { Elsewhere } from "@/lib/session/resumed";
import type { SessionState, SessionStatePatch } from "@/lib/settings/session";

export type Session = {
  state: SessionState;
  /** Shows a change at once and stores it a moment later. Nothing waits for the store, and a failure is not told. */
  keep: (patch: SessionStatePatch) => void;
  elsewhere: Elsewhere | null;
  /** Records that the person has accepted or dismissed the offer. */
  settleElsewhere: () => void;
  /** Called at sign-out: nothing of the person is stored after it. */
  stop: () => void;
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("session state is used outside SessionProvider");
  return session;
}

type Panel = keyof SessionState["ui_state"]["openPanels"];

/** Whether a panel is open; kept for the next start of the browser, too. */
export function usePanel(panel: Panel): [open: boolean, setOpen: (open: boolean) => void] {
  const { state, keep } = useSession();
  return [state.ui_state.openPanels[panel], (open) => keep({ ui_state: { openPanels: { [panel]: open } } })];
}
