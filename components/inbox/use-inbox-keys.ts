"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { createQuickKeys, letterOf, takesLetters } from "@/components/palette/keys";
import { useSingleKeys } from "@/components/palette/use-quick-keys";
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

/** Whether a key is meant for what the person is in: a field, a panel, or a command with Ctrl. */
const isForAnother = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.shiftKey ||
  event.isComposing ||
  event.defaultPrevented ||
  takesLetters(event.target) ||
  (event.target instanceof Element && event.target.closest("[role=dialog]") !== null);

/**
 * J and K go from row to row; E is done, U read or unread, S snooze and X select, for what is selected or else the row
 * that has the focus. No key acts while a person types, in a panel, or as the second of two quick keys.
 */
export function useInboxKeys(keys: InboxKeys) {
  const { help: isOn, twoKeys } = useSingleKeys();
  const [quick] = useState(() => createQuickKeys(() => performance.now()));
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isSecond = quick(event) !== null && twoKeys;
    const letter = letterOf(event);
    if (!isOn || isSecond || letter === null || isForAnother(event)) return;
    if (act(letter, keys)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

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
