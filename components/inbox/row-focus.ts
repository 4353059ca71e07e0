/** The list; one stands on a page. */
const list = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-inbox]");

/** The rows of the list in their order on the screen. */
export const listedRows = (): HTMLElement[] => [
  ...(list()?.querySelectorAll<HTMLElement>("[data-row]") ?? []),
];

/** The row that has the focus, or in which it is. */
export const focusedRow = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>("[data-inbox] [data-row]") ?? null;

/** Gives the focus to a row and brings it into view. */
export function focusRow(row: HTMLElement): void {
  row.focus({ preventScroll: true });
  row.scrollIntoView?.({ block: "nearest" });
}

/**
 * Before rows go: if one of them has the focus, or the panel that a button in one (`by`) opened, the next that stays gets it, else the last before it, else the list. Where
 * the focus is elsewhere, such as on the bar for many, it stays.
 */
export function focusBeside(gone: ReadonlySet<string>, by: HTMLElement | null = null): void {
  const here = by?.closest<HTMLElement>("[data-row]") ?? focusedRow();
  if (!here || !gone.has(here.dataset.row ?? "")) return;
  const rows = listedRows();
  const place = rows.indexOf(here);
  const stays = (row: HTMLElement) => !gone.has(row.dataset.row ?? "");
  const next = rows.slice(place).find(stays) ?? rows.slice(0, place).findLast(stays);
  if (next) focusRow(next);
  else list()?.focus();
}
