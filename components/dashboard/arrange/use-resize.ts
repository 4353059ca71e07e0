"use client";

import { useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from "react";
import type { Widget } from "@/lib/settings/widgets";
import type { Place } from "./arrangement";
import type { Arrange } from "./use-arrange";

type Pull = { widget: Widget; x: number; from: number; to: number; column: number };

/** Makes a card wider or narrower by its inline end, column by column. `places`: what is shown meanwhile. */
export function useResize(board: RefObject<HTMLElement | null>, arrange: Arrange) {
  const pull = useRef<Pull | null>(null);
  const [places, show] = useState<readonly Place[] | null>(null);
  function end(): Pull | null {
    const ended = pull.current;
    pull.current = null;
    show(null);
    return ended;
  }
  return {
    places,
    /** `span`: the columns that the card has now. */
    handle: (widget: Widget, span: number) => ({
      onPointerDown(event: ReactPointerEvent<HTMLElement>) {
        if (event.button !== 0 || !board.current) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const column = board.current.clientWidth / arrange.columns;
        pull.current = { widget, x: event.pageX, from: span, to: span, column };
      },
      onPointerMove(event: ReactPointerEvent<HTMLElement>) {
        const held = pull.current;
        if (!held) return;
        const forward = document.documentElement.dir === "rtl" ? -1 : 1;
        const to = held.from + Math.round((forward * (event.pageX - held.x)) / held.column);
        if (to === held.to) return;
        held.to = to;
        show(arrange.resizing(widget, to));
      },
      onPointerUp() {
        const ended = end();
        if (ended && ended.to !== ended.from) arrange.resize(widget, ended.to);
      },
      onPointerCancel: () => void end(),
    }),
  };
}
