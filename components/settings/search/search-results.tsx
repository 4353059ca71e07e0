"use client";

import { useTranslations } from "next-intl";
import { Popover as Radix } from "radix-ui";
import { useEffect, type Ref, type RefObject } from "react";
import { cn } from "@/components/ui/cn";
import { panelClass } from "@/components/ui/popover";
import type { SearchEntry } from "@/lib/settings/form/search";
import { ResultWords } from "./result-words";
import { useResults, type ResultList } from "./use-results";

const keep = (event: Event) => event.preventDefault();

type SearchResultsProps = {
  id: string;
  query: string;
  list: Ref<ResultList>;
  box: RefObject<HTMLDivElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The id of the option that the keys stand on. */
  onActive: (id: string | undefined) => void;
  onChosen: () => void;
};

/** The list under the box of the search. The box keeps the focus. */
export function SearchResults({
  box,
  open,
  onOpenChange,
  id,
  query,
  list,
  onActive,
  onChosen,
}: SearchResultsProps) {
  const t = useTranslations("settings.search");
  const { results, active, point, choose } = useResults({ query, open, list, onChosen });
  const activeId = open && results[active] ? `${id}-${active}` : undefined;
  useEffect(() => onActive(activeId), [onActive, activeId]);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={box} />
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={t("results")}
          onOpenAutoFocus={keep}
          onCloseAutoFocus={keep}
          className={cn(panelClass, "w-88 p-1")}
        >
          <Results
            id={id}
            query={query}
            results={results}
            active={active}
            onPoint={point}
            onChoose={choose}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ResultsProps = {
  id: string;
  query: string;
  results: readonly SearchEntry[];
  active: number;
  onPoint: (index: number) => void;
  onChoose: (entry: SearchEntry) => void;
};

function Results({ id, query, results, active, onPoint, onChoose }: ResultsProps) {
  const t = useTranslations("settings.search");
  return (
    <>
      <p role="status" className={results.length > 0 ? "sr-only" : "px-3 py-6 text-center text-ink-soft"}>
        {t("count", { count: results.length, query })}
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
