"use client";

import { useId, useRef, useState } from "react";
import type { Popup } from "@/components/ui/use-popup";

/** A panel that opens by any of many buttons: for the rows `about`. */
export function usePanel<About>() {
  const [state, setState] = useState<{ about: About; open: boolean } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const popup: Popup = {
    id,
    open: state?.open ?? false,
    onOpenChange: (open) => setState((known) => known && { ...known, open }),
    button,
  };
  return {
    popup,
    about: state?.about ?? null,
    openAt(about: About, by: HTMLButtonElement) {
      button.current = by;
      setState({ about, open: true });
    },
  };
}
