"use client";

import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { all, listen, onLeave } from "@/lib/live/page-events";
import { browserTimers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import { createSessionKeeper } from "@/lib/session/keeper";
import type { ResumedSession } from "@/lib/session/resumed";
import type { JsonObject } from "@/lib/settings/json";
import { composePatches, mergeObject } from "@/lib/settings/patch";
import { parse } from "@/lib/settings/resolve";
import { session, type SessionStatePatch } from "@/lib/settings/session";
import { SessionContext } from "./session-context";

export type SessionProviderProps = {
  userId: string;
  /** The state that the server read for this page; null where it could not. */
  resumed: ResumedSession | null;
  save: (request: { userId: string; patch: JsonObject }) => Promise<Result<unknown>>;
  children: ReactNode;
};

/** Holds the session state of the person on this device: the open page, filters and panels. */
export function SessionProvider({ userId, resumed, save, children }: SessionProviderProps) {
  const [keeper] = useState(() =>
    createSessionKeeper({ timers: browserTimers, save: (patch) => save({ userId, patch }) }),
  );
  const [changed, setChanged] = useState<JsonObject>({});
  const [settled, setSettled] = useState(false);
  // What is stored of this device makes it the newer one: an offer that a person reads stays until they answer it.
  const [offered, setOffered] = useState(resumed?.elsewhere ?? null);
  if (resumed?.elsewhere && resumed.elsewhere !== offered) setOffered(resumed.elsewhere);

  // Sends when the page is left, and when the network is back.
  useEffect(() => all(onLeave(keeper.flush), listen(window, ["online"], keeper.flush)), [keeper]);

  const keep = useCallback(
    (patch: SessionStatePatch) => {
      setChanged((before) => composePatches(before, patch));
      keeper.keep(patch);
    },
    [keeper],
  );
  const value = useMemo(
    () => ({
      // Changes made here win over the server's state, also when the server renders the page anew from an older one.
      state: parse(session, mergeObject(resumed?.here ?? {}, changed)),
      keep,
      elsewhere: settled ? null : offered,
      settleElsewhere: () => setSettled(true),
      stop: keeper.stop,
    }),
    [resumed, changed, keep, settled, offered, keeper],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}
