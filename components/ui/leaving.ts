export type Leave = () => void;

let guard: ((leave: Leave) => void) | null = null;

/** From now on `ask` decides whether and when the page is left, until the function returned is called. */
export function guardLeaving(ask: (leave: Leave) => void): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Leaves the page other than by a link, such as a palette or a menu does: at once, unless edits would be lost. */
export const leaveBy = (leave: Leave): void => (guard ? guard(leave) : leave());
