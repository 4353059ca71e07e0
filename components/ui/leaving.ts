export type Leave = () => void;

let guard: ((leave: Leave) => void) | null = null;

/** Until the returned function is called, `ask` decides whether and when the page is left. */
export function guardLeaving(ask: (leave: Leave) => void): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Leaves the page without a link, as the palette or a menu does: at once, unless a form would lose edits. */
export const leaveBy = (leave: Leave): void => (guard ? guard(leave) : leave());
