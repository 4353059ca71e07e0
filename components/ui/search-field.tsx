"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { cn } from "./cn";
import { Input } from "./input";
import { Spinner } from "./spinner";

/** After a pause of this length in typing the search is made. */
const pauseMs = 350;

type SearchFieldProps = {
  label: string;
  /** Whether the label is read only, where the place of the field says what it is. */
  labelHidden?: boolean;
  placeholder: string;
  maxLength: number;
  value: string | undefined;
  /** Whether what was asked for is not there yet. */
  pending?: boolean;
  onSearch: (words: string | undefined) => void;
  className?: string;
};

/** A field that searches by itself after a pause. */
export function SearchField({ value, onSearch, ...look }: SearchFieldProps) {
  const id = useId();
  const [text, setText] = useState(value ?? "");
  const [known, setKnown] = useState(value);
  // The address changed by itself: the filters were cleared, or the person went back.
  if (value !== known) {
    setKnown(value);
    setText(value ?? "");
  }
  const wanted = text.trim() || undefined;
  const search = useEffectEvent(() => {
    if (wanted === value) return;
    setKnown(wanted);
    onSearch(wanted);
  });
  useEffect(() => {
    const pause = setTimeout(() => search(), pauseMs);
    return () => clearTimeout(pause);
  }, [wanted]);
  return (
    <div className={cn("grid min-w-0 gap-1", look.className)}>
      <label htmlFor={id} className={look.labelHidden ? "sr-only" : "text-xs font-medium text-ink-faint"}>
        {look.label}
      </label>
      <span className="relative">
        <span className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft">
          {look.pending ? <Spinner /> : <Search aria-hidden="true" className="size-4" />}
        </span>
        <Input
          id={id}
          type="search"
          // Empty it would be left to right in every language, its placeholder far from where the page begins.
          dir={text === "" ? undefined : "auto"}
          maxLength={look.maxLength}
          placeholder={look.placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-9! px-9 pointer-coarse:h-11!"
        />
      </span>
    </div>
  );
}
