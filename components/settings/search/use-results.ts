import { useEffect, useEffectEvent, useImperativeHandle, useState, type Ref } from "react";
import type { SearchEntry } from "@/lib/settings/form/search";
import { useSearchJump } from "./use-search-jump";
import { useSettingsSearch } from "./use-search";

/** What the box asks of its list: a key; answers whether the list took it. */
export type ResultList = { press(key: string): boolean };

type Asked = { query: string; open: boolean; list: Ref<ResultList>; onChosen: () => void };

/** What the query finds, and which of it the keys stand on. */
export function useResults({ query, open, list, onChosen }: Asked) {
  const jump = useSearchJump();
  const { find, prepare } = useSettingsSearch();
  const [pointed, setPointed] = useState({ query, index: 0 });
  const results = find(query);
  const active = pointed.query === query ? pointed.index : 0;
  const point = (index: number) => setPointed({ query, index });

  function choose(entry: SearchEntry | undefined) {
    if (!entry) return;
    onChosen();
    jump(entry);
  }
  function press(key: string) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && results.length > 0) point((active + step + results.length) % results.length);
    else if (key === "Enter") choose(results[active]);
    else return false;
    return true;
  }
  useImperativeHandle(list, () => ({ press }));
  const load = useEffectEvent(prepare);
  useEffect(() => {
    if (open) load();
  }, [open]);
  return { results, active, point, choose };
}
