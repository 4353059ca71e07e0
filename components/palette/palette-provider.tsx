"use client";

import { useEffect, useEffectEvent, useState, type ComponentType, type ReactNode } from "react";
import type { LeadActions } from "@/components/leads/use-judgement";
import { createQuickKeys, isHelpKey, isPaletteKey, takesLetters, typedAfter } from "./keys";
import { PaletteContext, type OpenDialog } from "./palette-context";
import { useQuickKeyTarget, useSingleKeys } from "./use-quick-keys";

type DialogParts = ComponentType<{
  open: OpenDialog | null;
  onOpenChange: (dialog: OpenDialog | null) => void;
  /** What stands in the field of the palette, also before there is one. */
  query: string;
  onQuery: (query: string) => void;
  leads: LeadActions;
}>;

/** `leads`: how a lead is judged from the palette. */
type PaletteProviderProps = { leads: LeadActions; children: ReactNode };

/** Listens to the keys that act on every page. The dialogs that they open are fetched at the first use. */
export function PaletteProvider({ leads, children }: PaletteProviderProps) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [query, setQuery] = useState("");
  const [Dialogs, setDialogs] = useState<DialogParts | null>(null);

  // The same function for good: another one would have every page drawn anew.
  const [ask] = useState(() => (dialog: OpenDialog) => {
    setOpen(dialog);
    setQuery("");
    // Where the code cannot be fetched, nothing opens: neither now nor later by surprise.
    const giveUp = () => setOpen(null);
    void import("./palette-dialogs").then((loaded) => setDialogs(() => loaded.PaletteDialogs), giveUp);
  });
  /** Between the press that opens the palette and its field taking the focus, what is typed is kept for the field. */
  function write(event: KeyboardEvent) {
    const isInDialog = event.target instanceof Element && event.target.closest("[role=dialog]") !== null;
    if (open !== "palette" || event.isComposing || (Dialogs && isInDialog)) return;
    const typed = typedAfter(query, event);
    if (event.key === "Escape") setOpen(null);
    else if (typed !== null) setQuery(typed);
    // Enter would press what had the focus before.
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  }
  useKeys(ask, open, write);
  return (
    <PaletteContext value={ask}>
      {children}
      {Dialogs && (
        <Dialogs open={open} onOpenChange={setOpen} query={query} onQuery={setQuery} leads={leads} />
      )}
    </PaletteContext>
  );
}

function useKeys(
  ask: (dialog: OpenDialog) => void,
  open: OpenDialog | null,
  write: (event: KeyboardEvent) => void,
) {
  const [follow] = useState(() => createQuickKeys(() => performance.now()));
  const { help, twoKeys } = useSingleKeys();
  const openTarget = useQuickKeyTarget();

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (isPaletteKey(event)) {
      // The browser's own search stays reachable by its menu and by Ctrl-L.
      event.preventDefault();
      return open === "palette" ? undefined : ask("palette");
    }
    // While a dialog is open, no other key acts.
    if (takesLetters(event.target) || document.querySelector("[role=dialog], [role=alertdialog]")) return;
    if (help && isHelpKey(event)) {
      event.preventDefault();
      return ask("shortcuts");
    }
    const target = twoKeys ? follow(event) : null;
    if (target) openTarget(target);
  });
  const handleEarly = useEffectEvent(write);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    // Before any key of the page itself.
    const early = (event: KeyboardEvent) => handleEarly(event);
    window.addEventListener("keydown", early, { capture: true });
    window.addEventListener("keydown", listen);
    return () => {
      window.removeEventListener("keydown", early, { capture: true });
      window.removeEventListener("keydown", listen);
    };
  }, []);
}
