"use client";

import { useEffect, useEffectEvent } from "react";
import { loadWhenIdle } from "@/components/ui/load-when-idle";
import type { InitialRows } from "@/lib/settings/client/memory";

/** A person's first press finds the code of a press compiled (`rehearsePress`). Once for each page that is opened. */
export function useRehearsedPress(rows: InitialRows | null): void {
  const begin = useEffectEvent((rehearse: (rows: InitialRows | null) => void) => rehearse(rows));
  useEffect(
    () =>
      loadWhenIdle(
        () => import("./rehearse-press"),
        ({ rehearsePress }) => begin(rehearsePress),
      ),
    [],
  );
}
