"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { laterPart } from "@/components/ui/later-part";
import type { SearchEntry } from "@/lib/settings/form/search";
import { useSearchJump } from "./use-search-jump";
import { useSettingsSearch } from "./use-search";

const SearchResults = laterPart(() => import("./search-results").then((module) => module.SearchResults));

/**
 * Finds any setting and any page of the settings, and opens it. Arrow keys move in the list; the focus stays in the
 * box.
 */
export function SettingsSearch({ className }: { className?: string }) {
  const t = useTranslations("settings.search");
  const id = useId();
  const jump = useSearchJump();
  const { find, prepare } = useSettingsSearch();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const results = find(query);
  const shown = open && query.trim() !== "";

  function choose(entry: SearchEntry | undefined) {
    if (!entry) return;
    setOpen(false);
    setQuery("");
    jump(entry);
  }
  function handleKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) setActive((active + step + results.length) % results.length);
    else if (event.key === "Enter" && shown) choose(results[active]);
    else if (event.key !== "Escape" || !shown) return;
    else setOpen(false);
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
          aria-activedescendant={shown && results[active] ? `${id}-${active}` : undefined}
          placeholder={t("placeholder")}
          value={query}
          onFocus={prepare}
          onKeyDown={handleKey}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
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
        results={results}
        active={active}
        onPoint={setActive}
        onChoose={choose}
      />
    </>
  );
}
