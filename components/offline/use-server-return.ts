"use client";

import { useEffect, useEffectEvent } from "react";
import { browserTimers } from "@/lib/live/timers";
import { awaitServer } from "@/lib/offline/await-server";

const answerMs = 10_000;

/** Calls `onReturn` once, when the address that is open would be answered by the app again. */
export function useServerReturn(onReturn: () => void): void {
  const tell = useEffectEvent(onReturn);
  useEffect(() => {
    const waiting = awaitServer({ timers: browserTimers, isThere: isAnswered, onReturn: () => tell() });
    const events = ["online", "focus"] as const;
    for (const event of events) window.addEventListener(event, waiting.askNow);
    return () => {
      for (const event of events) window.removeEventListener(event, waiting.askNow);
      waiting.stop();
    };
  }, []);
}

/** The very page, not some file: a gateway may have files while the app behind it is down. */
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
