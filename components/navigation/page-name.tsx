"use client";

import { usePathname } from "next/navigation";
import { useLayoutEffect, useSyncExternalStore } from "react";

/** What a page is called that is about one thing, and the project that the thing is in. */
type Named = { pathname: string; name: string; projectId: string };

let named: Named | null = null;
const listeners = new Set<() => void>();

function call(page: Named | null) {
  named = page;
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

/** Tells the frame around the page how the page is called. Shows nothing. */
export function PageName({ name, projectId }: Omit<Named, "pathname">) {
  const pathname = usePathname();
  useLayoutEffect(() => call({ pathname, name, projectId }), [pathname, name, projectId]);
  return null;
}

/** The name of the open page; null until it has told it, and for a page that has none of its own. */
export function usePageName(): Named | null {
  const pathname = usePathname();
  const page = useSyncExternalStore(
    subscribe,
    () => named,
    () => null,
  );
  return page?.pathname === pathname ? page : null;
}
