"use client";

import { useLetterKeys } from "@/components/palette/use-letter-keys";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { isAsleep } from "@/lib/notifications/inbox/shown";
import { serverClock } from "@/lib/server-clock";
import { focusedRow, focusRow, listedRows } from "./row-focus";

type Select = (change: (known: ReadonlySet<string>) => ReadonlySet<string>) => void;

type InboxKeys = {
  rows: readonly InboxRow[];
  selected: readonly InboxRow[];
  deeds: {
    finish: (rows: readonly InboxRow[]) => void;
    unfinish: (rows: readonly InboxRow[]) => void;
    wake: (rows: readonly InboxRow[]) => void;
    mark: (rows: readonly InboxRow[], read: boolean) => void;
    snooze: (rows: readonly InboxRow[], button: HTMLButtonElement) => void;
  };
  select: Select;
};

function move(step: 1 | -1) {
  const rows = listedRows();
  const here = focusedRow();
  const next = here ? rows[rows.indexOf(here) + step] : rows.at(step === 1 ? 0 : -1);
  if (next) focusRow(next);
}

/**
 * J and K go from row to row; E is done, U read or unread, S snooze and X select, for what is selected or else the row
 * that has the focus.
 */
export const useInboxKeys = (keys: InboxKeys) => useLetterKeys((letter) => act(letter, keys));

/** Whether the letter does anything here. */
function act(letter: string, { rows, selected, deeds, select }: InboxKeys): boolean {
  if (letter === "j" || letter === "k") {
    move(letter === "j" ? 1 : -1);
    return true;
  }
  const here = focusedRow();
  const meant = selected.length > 0 ? selected : rows.filter(({ id }) => id === here?.dataset.row);
  if (meant.length === 0) return false;
  const isDone = meant.every(({ archived_at }) => archived_at !== null);
  if (letter === "e") deeds[isDone ? "unfinish" : "finish"](meant);
  else if (letter === "u")
    deeds.mark(
      meant,
      meant.some(({ read_at }) => read_at === null),
    );
  else if (letter === "s") snooze(meant, here, deeds);
  else if (letter === "x" && here) select((known) => toggled(known, here.dataset.row ?? ""));
  else return false;
  return true;
}

function snooze(meant: readonly InboxRow[], here: HTMLElement | null, deeds: InboxKeys["deeds"]) {
  const now = new Date(serverClock.now());
  const button = (here ?? listedRows()[0])?.querySelector<HTMLButtonElement>("[data-action=snooze]");
  if (meant.every((row) => isAsleep(row, now))) deeds.wake(meant);
  else if (button) deeds.snooze(meant, button);
}

const toggled = (known: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set(known.has(id) ? [...known].filter((each) => each !== id) : [...known, id]);
