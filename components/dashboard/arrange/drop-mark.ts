import type { DropTarget } from "./drop-target";

/** The line at the side of a card where the carried one would go: `data-drop` says which side. */
export const dropMark = [
  "before:pointer-events-none before:absolute before:hidden before:rounded-full before:bg-accent data-drop:before:block forced-colors:before:bg-[Highlight]",
  "data-[drop=inline-before]:before:inset-y-0 data-[drop=inline-before]:before:-start-2.5 data-[drop=inline-before]:before:w-1",
  "data-[drop=inline-after]:before:inset-y-0 data-[drop=inline-after]:before:-end-2.5 data-[drop=inline-after]:before:w-1",
  "data-[drop=block-before]:before:inset-x-0 data-[drop=block-before]:before:-top-2.5 data-[drop=block-before]:before:h-1",
  "data-[drop=block-after]:before:inset-x-0 data-[drop=block-after]:before:-bottom-2.5 data-[drop=block-after]:before:h-1",
].join(" ");

/** Shows the line at this target alone. React draws nothing for it: a slow device keeps its frames. */
export function markDrop(board: HTMLElement, target: DropTarget | null): void {
  for (const card of board.querySelectorAll<HTMLElement>("[data-widget]")) {
    const side = card.dataset.widget === target?.widget ? `${target?.axis}-${target?.side}` : undefined;
    if (card.dataset.drop === side) continue;
    if (side === undefined) delete card.dataset.drop;
    else card.dataset.drop = side;
  }
}
