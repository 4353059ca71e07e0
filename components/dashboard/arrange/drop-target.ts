import type { Widget } from "@/lib/settings/widgets";

/** A card on the page: distances in px from the page's corner, physical as the browser tells them. */
export type Box = Readonly<{ widget: Widget; left: number; top: number; width: number; height: number }>;

/** Where a card would go: before or after another one, along the line of reading or, where cards stand in one column, down. */
export type DropTarget = Readonly<{ widget: Widget; side: "before" | "after"; axis: "inline" | "block" }>;

type Ground = Readonly<{ boxes: readonly Box[]; boardWidth: number; isRightToLeft: boolean }>;

/** The place next to the card that the pointer is nearest to; null where there is no other card. */
export function dropTarget(
  { boxes, boardWidth, isRightToLeft }: Ground,
  x: number,
  y: number,
): DropTarget | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  const nearest = rest.reduce(
    (best, box) => (distance(box, x, y) < distance(best, x, y) ? box : best),
    first,
  );
  // A card that is nearly as wide as the board has nothing beside it.
  const axis = nearest.width > boardWidth * 0.7 ? "block" : "inline";
  const isPast =
    axis === "block" ? y > nearest.top + nearest.height / 2 : x > nearest.left + nearest.width / 2;
  const isAfter = axis === "inline" && isRightToLeft ? !isPast : isPast;
  return { widget: nearest.widget, side: isAfter ? "after" : "before", axis };
}

/** From a point to the nearest point of a box; 0 inside it. */
function distance({ left, top, width, height }: Box, x: number, y: number): number {
  const dx = Math.max(left - x, 0, x - left - width);
  const dy = Math.max(top - y, 0, y - top - height);
  return Math.hypot(dx, dy);
}
