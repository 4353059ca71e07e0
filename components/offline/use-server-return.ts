"use client";

import { useEffect, useEffectEvent } from "react";
import { all, onReturn } from "@/lib/live/page-events";
import { browserTimers } from "@/lib/live/timers";
import { awaitServer } from "@/lib/offline/await-server";

const answerMs = 10_000;

/** Calls `whenThere` once, when the app answers the open address again. */
export function useServerReturn(whenThere: () => void): void {
  const tell = useEffectEvent(whenThere);
  useEffect(() => {
    const waiting = awaitServer({ timers: browserTimers, isThere: isAnswered, onReturn: () => tell() });
    return all(waiting.stop, onReturn(waiting.askNow));
  }, []);
}

/** Asks for the page itself and not for a file: a gateway may have files while the app behind it is down. */
async function isAnswered(): Promise<boolean> {
  try {
    const request = { method: "HEAD", redirect: "manual", cache: "no-store" } as const;
    const { status } = await fetch(window.location.href, {
      ...request,
      signal: AbortSignal.timeout(answerMs),
    });
    return ![502, 503, 504].includes(status);
  } catch {
    return false;
  }
}
