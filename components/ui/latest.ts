"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

/** What a component knows at last, for a context whose value stays the same: who reads it is drawn anew, nobody else. */
export type Latest<Value> = { read: () => Value; subscribe: (listener: () => void) => () => void };

/** Tells readers of `useReadLatest` what this component knows, once it is on the page. */
export function useLatest<Value>(value: Value): Latest<Value> {
  const [latest] = useState(() => createLatest(value));
  useEffect(() => latest.tell(value), [latest, value]);
  return latest;
}

export const useReadLatest = <Value>({ subscribe, read }: Latest<Value>): Value =>
  useSyncExternalStore(subscribe, read, read);

function createLatest<Value>(first: Value) {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    tell(next: Value) {
      now = next;
      for (const listener of [...listeners]) listener();
    },
    read: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
