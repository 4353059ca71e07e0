"use client";

import { useRef, type PointerEvent, type RefObject } from "react";
import { widgets, type Widget } from "@/lib/settings/widgets";
import { markDrop } from "./drop-mark";
import { dropTarget, type Box } from "./drop-target";

/** A press becomes a drag after so many px; before it is a click. */
const slack = 6;
/** So near to the edge of the window the page scrolls, by so much a move. */
const edge = 60;
const scrollStep = 18;

type Drag = {
  card: HTMLElement;
  widget: Widget;
  x: number;
  y: number;
  boxes: Box[];
  boardWidth: number;
  isUnderWay: boolean;
};

/**
 * Carries a card by pointer or finger: it follows the pointer, and a line shows where it would go. `onDrop`: the widget that
 * it goes before, null for the end. Nothing is measured or drawn anew while it moves, so that it keeps the frames of a slow
 * device. Escape puts it back.
 */
export function useDrag(
  board: RefObject<HTMLElement | null>,
  onDrop: (widget: Widget, before: Widget | null) => void,
) {
  const drag = useRef<Drag | null>(null);
  /** The press was a drag, whatever came of it: it is no click. */
  const wasDrag = useRef(false);

  function end(): Drag | null {
    const ended = drag.current;
    drag.current = null;
    if (ended) putDown(ended.card);
    if (board.current) markDrop(board.current, null);
    document.removeEventListener("keydown", onKey, true);
    return ended;
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== "Escape" || !drag.current) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }
  return {
    /** For the handle of a card. */
    handle: (widget: Widget) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        wasDrag.current = false;
        if (event.button === 0 && board.current) drag.current = taken(board.current, widget, event);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const held = drag.current;
        if (!held || (!held.isUnderWay && distanceOf(held, event) < slack)) return;
        if (!held.isUnderWay) document.addEventListener("keydown", onKey, true);
        wasDrag.current = true;
        carry(held, event);
        if (board.current) markDrop(board.current, targetAt(held, event));
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const next = drag.current?.isUnderWay ? targetAt(drag.current, event) : null;
        const ended = end();
        if (wasDrag.current) swallowClick(event.currentTarget);
        if (!ended || !next) return;
        onDrop(ended.widget, next.side === "before" ? next.widget : after(ended.boxes, next.widget));
      },
      onPointerCancel: () => void end(),
    }),
  };
}

function taken(board: HTMLElement, widget: Widget, event: PointerEvent<HTMLElement>): Drag | null {
  const card = event.currentTarget.closest<HTMLElement>("[data-widget]");
  if (!card) return null;
  event.currentTarget.setPointerCapture(event.pointerId);
  const boxes = boxesOf(board).filter((box) => box.widget !== widget);
  const boardWidth = board.clientWidth;
  return { card, widget, x: event.pageX, y: event.pageY, boxes, boardWidth, isUnderWay: false };
}

const distanceOf = ({ x, y }: Drag, { pageX, pageY }: PointerEvent) => Math.hypot(pageX - x, pageY - y);

function carry(held: Drag, { pageX, pageY, clientY }: PointerEvent): void {
  held.isUnderWay = true;
  held.card.dataset.carried = "";
  held.card.style.translate = `${pageX - held.x}px ${pageY - held.y}px`;
  if (clientY < edge) scrollBy(0, -scrollStep);
  else if (clientY > innerHeight - edge) scrollBy(0, scrollStep);
}

function putDown(card: HTMLElement): void {
  card.style.translate = "";
  delete card.dataset.carried;
}

const targetAt = ({ boxes, boardWidth }: Drag, { pageX, pageY }: PointerEvent) =>
  dropTarget({ boxes, boardWidth, isRightToLeft: document.documentElement.dir === "rtl" }, pageX, pageY);

/** The boxes stand in the order of reading, without the card that is carried. */
const after = (boxes: readonly Box[], widget: Widget): Widget | null =>
  boxes[boxes.findIndex((box) => box.widget === widget) + 1]?.widget ?? null;

function boxesOf(board: HTMLElement): Box[] {
  return [...board.querySelectorAll<HTMLElement>("[data-widget]")].flatMap((card) => {
    const widget = widgets.find((each) => each === card.dataset.widget);
    const { left, top, width, height } = card.getBoundingClientRect();
    return widget ? [{ widget, left: left + scrollX, top: top + scrollY, width, height }] : [];
  });
}

/** The browser makes a click of the press after it has ended, if it makes one. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => element.removeEventListener("click", swallow, true));
}
