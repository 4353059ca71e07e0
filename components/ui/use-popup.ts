"use client";

import {
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { atOnce, loadWhenIdle } from "./load-when-idle";

/** Where a menu or a panel opens, and whether it is open. Its button stands in the page before its code does. */
export type Popup = {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  button: RefObject<HTMLButtonElement | null>;
};

type Load<Props> = () => Promise<ComponentType<Props & { popup: Popup }>>;

/**
 * A button and what it opens. A press waits for the code of what it opens; where that cannot be fetched nothing opens,
 * now or by surprise later. `load`: the same at every render.
 */
export function usePopup<Props>(kind: "menu" | "dialog", load: Load<Props>) {
  const [part, setPart] = useState<{ Part: ComponentType<Props & { popup: Popup }> } | null>(null);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => loadWhenIdle(load, (Part) => setPart({ Part }), atOnce), [load]);
  function onOpenChange(wanted: boolean) {
    setOpen(wanted);
    if (wanted && !part)
      void load().then(
        (Part) => setPart({ Part }),
        () => setOpen(false),
      );
  }
  return {
    Part: part?.Part ?? null,
    popup: { id, open, onOpenChange, button },
    button: {
      ref: button,
      type: "button",
      id: `${id}-button`,
      "aria-haspopup": kind,
      "aria-expanded": open,
      "aria-controls": open && part ? id : undefined,
      onClick: () => onOpenChange(!open),
      onKeyDown(event: KeyboardEvent) {
        if (kind !== "menu" || event.key !== "ArrowDown") return;
        event.preventDefault();
        onOpenChange(true);
      },
    } as const,
  };
}
