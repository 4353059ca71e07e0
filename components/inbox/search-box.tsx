"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { longestSearch } from "@/lib/notifications/inbox/query";

/** After a pause of this length in typing the search is made. */
const pauseMs = 350;

type SearchBoxProps = { value: string | undefined; onSearch: (words: string | undefined) => void };

export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const t = useTranslations("inbox.filters");
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
    <div className="col-span-2 grid min-w-0 gap-1 sm:w-52">
      <label htmlFor={id} className="text-xs font-medium text-ink-faint">
        {t("search")}
      </label>
      <span className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
        />
        <Input
          id={id}
          type="search"
          dir="auto"
          maxLength={longestSearch}
          placeholder={t("searchPlaceholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-9! ps-9 pointer-coarse:h-11!"
        />
      </span>
    </div>
  );
}
