"use client";

import { useSyncExternalStore } from "react";
import { readWalk, writeWalk, type Walk } from "@/lib/leads/walk";

const key = "leads-walk";
const never = () => () => undefined;

/** Remembers, for this tab, the list that a person goes out from to its leads. */
export function keepWalk(walk: Walk): void {
  try {
    sessionStorage.setItem(key, writeWalk(walk));
  } catch {
    // A browser that keeps nothing: a lead stands alone.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The list that the person came from; null where they came from none, and on the server. */
export const useWalk = (): Walk | null => readWalk(useSyncExternalStore(never, kept, () => null));
