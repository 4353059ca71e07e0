"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useId, useRef, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { laterPart } from "@/components/ui/later-part";
import type { ResultList } from "./use-results";

const SearchResults = laterPart(() => import("./search-results").then((module) => module.SearchResults));

/**
 * Finds any setting and any page of the settings, and opens it. Arrow keys move in the list; the focus stays in the
 * box. What finds comes after the page: what was typed before it, and an Enter, count when it is there.
 */
export function SettingsSearch({ className }: { className?: string }) {
  const t = useTranslations("settings.search");
  const id = useId();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [activeId, setActiveId] = useState<string | undefined>();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<ResultList | null>(null);
  const enterWaits = useRef(false);
  const attach = useCallback((held: ResultList | null) => {
    list.current = held;
    if (held && enterWaits.current) held.press("Enter");
    enterWaits.current &&= held === null;
  }, []);
  const shown = open && query.trim() !== "";

  function handleKey(event: KeyboardEvent) {
    if (!shown) return;
    if (event.key === "Escape") setOpen(false);
    else if (list.current === null && event.key === "Enter") enterWaits.current = true;
    else if (!list.current?.press(event.key)) return;
    event.preventDefault();
  }
  return (
    <>
      <div ref={box} role="search" aria-label={t("label")} className={cn("relative", className)}>
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
        />
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={t("label")}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown ? activeId : undefined}
          placeholder={t("placeholder")}
          value={query}
          onKeyDown={handleKey}
          onChange={(event) => {
            enterWaits.current = false;
            setQuery(event.target.value);
            setOpen(true);
          }}
          className="h-9 w-full rounded border border-line-control bg-card ps-9 pe-3 text-base text-ink transition-colors hover:border-ink-soft pointer-coarse:h-11 pointer-coarse:text-[1rem]"
        />
      </div>
      <SearchResults
        box={box}
        open={shown}
        onOpenChange={setOpen}
        id={id}
        query={query}
        list={attach}
        onActive={setActiveId}
        onChosen={() => {
          setOpen(false);
          setQuery("");
        }}
      />
    </>
  );
}
