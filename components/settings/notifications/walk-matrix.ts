import type { KeyboardEvent } from "react";

const switches = "[role=switch], [role=checkbox]";
const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] } as const;
const isArrow = (key: string): key is keyof typeof steps => Object.hasOwn(steps, key);
const isShown = (element: HTMLElement) => element.checkVisibility?.() ?? true;

/**
 * Arrow keys go from switch to switch, Home and End to the ends of a row. On a narrow page, whose rows are cards, the
 * switches are all below each other. Tab stops at each of them all the same.
 */
export function walkMatrix(event: KeyboardEvent<HTMLTableElement>) {
  const { target, currentTarget: table, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey) return;
  if (!(target instanceof HTMLElement) || !target.matches(switches)) return;
  const lines = [...table.tBodies].flatMap((body) => [...body.rows]);
  const rows = lines.map((row) => [...row.querySelectorAll<HTMLElement>(switches)].filter(isShown));
  const isTable = table.tHead !== null && isShown(table.tHead);
  const next = goal(isTable ? rows : rows.flat().map((each) => [each]), target, key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function goal(rows: HTMLElement[][], from: HTMLElement, key: string): HTMLElement | undefined {
  const at = rows.findIndex((row) => row.includes(from));
  const row = rows[at] ?? [];
  if (key === "Home") return row[0];
  if (key === "End") return row.at(-1);
  if (!isArrow(key)) return undefined;
  const [down, end] = steps[key];
  const ahead = document.documentElement.dir === "rtl" ? -end : end;
  return rows[at + down]?.[row.indexOf(from) + ahead];
}
