"use client";

import { PencilLine } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

type SaveBarProps = {
  /** The titles of the changed fields. */
  names: readonly string[];
  onSave: () => void;
  onDiscard: () => void;
};

const namedAtMost = 3;

/**
 * Names the changed fields and offers Save and Discard. The Save button submits the form around it, so Enter in a
 * field saves as well; `onSave` is called by Ctrl-S and Cmd-S, wherever the focus is. Hidden while everything is
 * saved.
 */
export function SaveBar({ names, onSave, onDiscard }: SaveBarProps) {
  const t = useTranslations("settings.form.bar");
  const format = useFormatter();
  const isNeeded = names.length > 0;
  useSaveKey(isNeeded, onSave);
  const shown = names.length > namedAtMost ? names.slice(0, namedAtMost - 1) : names;
  const more = names.length - shown.length;
  const list = format.list(more > 0 ? [...shown, t("more", { count: more })] : shown);
  return (
    // On a phone the bar is fixed above the bottom bar, and the form has space below for both.
    <div className="z-bar max-md:fixed max-md:inset-x-4 max-md:bottom-[calc(0.75rem+var(--bottom-bar))] md:sticky md:bottom-4">
      <p role="status" className="sr-only">
        {isNeeded && t("changed", { names: list })}
      </p>
      {isNeeded && (
        <Bar label={t("label")}>
          <p className="flex min-w-40 grow items-start gap-2.5 font-medium">
            <PencilLine aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
            {t("changed", { names: list })}
          </p>
          <div className="flex gap-2">
            <Button variant="ghost" onClick={onDiscard}>
              {t("discard")}
            </Button>
            <Button type="submit" variant="primary" aria-keyshortcuts="Control+S Meta+S">
              {t("save")}
            </Button>
          </div>
        </Bar>
      )}
    </div>
  );
}

/** The bar disappears when everything is saved: the focus then returns to the field that made it appear. */
function Bar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.hasSaveBar = "";
    return () => void delete dataset.hasSaveBar;
  }, []);
  useLayoutEffect(() => {
    const section = bar.current;
    const before = document.activeElement;
    return () => {
      if (section?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section
      ref={bar}
      data-save-bar
      aria-label={label}
      className="pop-in flex flex-wrap items-center justify-end gap-x-3 gap-y-2 rounded-lg border border-line-strong bg-raised py-2.5 ps-4 pe-2.5 shadow-pop"
    >
      {children}
    </section>
  );
}

/** Handles Ctrl-S and Cmd-S only while there is something to save; otherwise the browser saves the page. */
function useSaveKey(isNeeded: boolean, save: () => void) {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!event.repeat) save();
  });
  useEffect(() => {
    if (!isNeeded) return;
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, [isNeeded]);
}
