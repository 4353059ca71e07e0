"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover as Radix } from "radix-ui";
import { useId, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { PopoverContent } from "@/components/ui/popover";
import type { SearchEntry } from "@/lib/settings/form/search";
import { ResultWords } from "./result-words";
import { useSearchJump } from "./use-search-jump";
import { useSettingsSearch } from "./use-search";

const keep = (event: Event) => event.preventDefault();

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
    <Radix.Root open={shown} onOpenChange={setOpen}>
      <Radix.Anchor asChild>
        <div role="search" aria-label={t("label")} className={cn("relative", className)}>
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
      </Radix.Anchor>
      <PopoverContent
        align="start"
        aria-label={t("results")}
        onOpenAutoFocus={keep}
        onCloseAutoFocus={keep}
        className="w-88 p-1"
      >
        <Results id={id} results={results} active={active} onPoint={setActive} onChoose={choose} />
      </PopoverContent>
    </Radix.Root>
  );
}

type ResultsProps = {
  id: string;
  results: readonly SearchEntry[];
  active: number;
  onPoint: (index: number) => void;
  onChoose: (entry: SearchEntry) => void;
};

function Results({ id, results, active, onPoint, onChoose }: ResultsProps) {
  const t = useTranslations("settings.search");
  return (
    <>
      <p role="status" className={results.length > 0 ? "sr-only" : "px-3 py-6 text-center text-ink-soft"}>
        {t("count", { count: results.length })}
      </p>
      <ul role="listbox" id={`${id}-list`} aria-label={t("results")} className="max-h-96 overflow-y-auto">
        {results.map((entry, index) => (
          <li
            key={entry.path ?? entry.page}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Without this, the press would take the focus from the box before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => onPoint(index)}
            onClick={() => onChoose(entry)}
            className={cn(
              "flex min-h-11 cursor-default items-center rounded-md px-3 py-1.5",
              index === active && "bg-sunken",
            )}
          >
            <ResultWords words={entry.words} />
          </li>
        ))}
      </ul>
    </>
  );
}
