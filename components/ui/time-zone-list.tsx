"use client";

import { Check, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { describeZones, searchZones, type DescribedZone } from "@/lib/time/zone-search";
import { cn } from "./cn";
import { ZoneOffset } from "./zone-offset";
import { useZones } from "./zones";
import { useLocale } from "./use-locale";

/** `value`: a zone by its name of today. */
type TimeZoneListProps = { value: string; at: Date; onChoose: (id: string) => void };

/**
 * The time zones, with a search above them. The focus stays in the search while the arrow keys move through the list
 * (the combobox of ARIA). The list is mounted while it is open: only then does the browser have the table of all zones.
 */
export function TimeZoneList({ value, at, onChoose }: TimeZoneListProps) {
  const t = useTranslations("common.timeZone");
  const id = useId();
  const [query, setQuery] = useState("");
  const { device, found, isHere } = useListed(query, at);
  // The search follows every letter, because Enter takes the first result. Only the first results are drawn, so that
  // fast typing does not wait for the list.
  const listed = query.trim() ? found.slice(0, 60) : found;
  const options = device ? [device, ...listed] : listed;
  const { index, walk, restart } = useWalk(
    options.length,
    options.findLastIndex((zone) => zone.id === value),
  );
  const optionId = (at: number) => `${id}-${at}`;
  // An Enter that comes before the table counts when it is here.
  const [isDue, setDue] = useState(false);
  const due = isDue && isHere ? options[index] : undefined;
  useEffect(() => {
    if (due) onChoose(due.id);
  }, [due, onChoose]);
  useShown(optionId(index), options.length);

  function handleKey(event: KeyboardEvent) {
    const zone = options[index];
    if (event.key === "Enter" && !isHere) setDue(true);
    else if (event.key === "Enter" && zone && !event.nativeEvent.isComposing) onChoose(zone.id);
    else if (!walk(event.key)) return;
    event.preventDefault();
  }
  const option = (zone: DescribedZone, at: number) => (
    <ZoneOption
      key={at}
      id={optionId(at)}
      zone={zone}
      chosen={zone.id === value}
      current={at === index}
      onChoose={onChoose}
    />
  );
  return (
    <div className="flex max-h-[min(26rem,var(--radix-popover-content-available-height))] flex-col">
      <div className="flex items-center gap-2.5 border-b border-line px-3.5">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        <input
          role="combobox"
          aria-label={t("search")}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={options[index] && optionId(index)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck="false"
          value={query}
          placeholder={t("search")}
          onChange={(event) => {
            setQuery(event.target.value);
            restart(event.target.value.trim() !== "");
          }}
          onKeyDown={handleKey}
          className="h-11 w-full bg-transparent text-base outline-none pointer-coarse:text-[1rem]"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("choose")}
        aria-busy={!isHere}
        className="min-h-0 grow overflow-y-auto overscroll-contain p-1"
      >
        {device && (
          <div role="group" aria-label={t("device")}>
            <p aria-hidden="true" className={heading}>
              {t("device")}
            </p>
            {option(device, 0)}
            <p aria-hidden="true" className={heading}>
              {t("all")}
            </p>
          </div>
        )}
        {listed.map((zone, at) => option(zone, device ? at + 1 : at))}
      </div>
      <p
        role="status"
        className={found.length > 0 || !isHere ? "sr-only" : "px-3 pt-4 pb-6 text-center text-ink-soft"}
      >
        {isHere && query.trim() && (found.length > 0 ? t("found", { count: found.length }) : t("none"))}
      </p>
    </div>
  );
}

const heading = "px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint";

/** All zones where nothing is searched, the zone of the device first. */
function useListed(query: string, at: Date) {
  const locale = useLocale();
  const { table, find, load } = useZones();
  useEffect(() => {
    if (!table) load();
  }, [table, load]);
  const zones = useMemo(
    () => (table ? describeZones(table.listedZones(), locale, at) : []),
    [table, locale, at],
  );
  const found = useMemo(() => (query.trim() ? searchZones(zones, query) : zones), [zones, query]);
  const { timeZone } = new Intl.DateTimeFormat("en").resolvedOptions();
  const here = find(timeZone)?.id;
  const device = query.trim() ? undefined : zones.find(({ id }) => id === here);
  return { device, found, isHere: table !== null };
}

/** The index of the marked option of `count`: `start` until the person moves the mark or searches. */
function useWalk(count: number, start: number) {
  const [walked, setWalked] = useState<number | null>(null);
  const index = Math.min(walked ?? Math.max(start, 0), Math.max(count - 1, 0));
  return {
    index,
    /** Returns whether the key moves the mark. */
    walk(key: string): boolean {
      const steps = new Map([
        ["ArrowDown", 1],
        ["ArrowUp", -1],
        ["PageDown", 8],
        ["PageUp", -8],
      ]);
      const step = steps.get(key);
      if (step) setWalked(Math.min(Math.max(index + step, 0), count - 1));
      return step !== undefined;
    },
    restart: (searching: boolean) => setWalked(searching ? 0 : null),
  };
}

/** Scrolls the list so that the marked option is visible. */
function useShown(id: string, count: number) {
  const isFirst = useRef(true);
  useEffect(() => {
    const option = document.getElementById(id);
    option?.scrollIntoView({ block: isFirst.current ? "center" : "nearest" });
    if (option) isFirst.current = false;
  }, [id, count]);
}

type ZoneOptionProps = {
  id: string;
  zone: DescribedZone;
  /** The option is the value of the field. */
  chosen: boolean;
  /** The option is marked: Enter chooses it. */
  current: boolean;
  onChoose: (id: string) => void;
};

const ZoneOption = ({ id, zone, chosen, current, onChoose }: ZoneOptionProps) => (
  <div
    id={id}
    role="option"
    aria-selected={chosen}
    onClick={() => onChoose(zone.id)}
    className={cn(
      "flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 hover:bg-sunken pointer-coarse:min-h-11",
      current && "bg-sunken outline-2 -outline-offset-2 outline-line-strong",
    )}
  >
    <Check aria-hidden="true" className={cn("size-4 shrink-0 text-accent", !chosen && "invisible")} />
    <span className="min-w-0 grow">
      <bdi className="block truncate font-medium">{zone.city}</bdi>
      {zone.name && <span className="block truncate text-sm text-ink-soft">{zone.name}</span>}
    </span>
    {zone.id !== "UTC" && <ZoneOffset minutes={zone.offset} />}
  </div>
);
