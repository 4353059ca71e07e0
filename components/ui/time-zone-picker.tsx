"use client";

import { ChevronsUpDown } from "lucide-react";
import { cityOf, isCalled } from "@/lib/time/zone-words";
import { offsetOf } from "@/lib/time/zone";
import { cn } from "./cn";
import { fetchedEarly } from "./fetched-early";
import { usePopup } from "./use-popup";
import { ZoneOffset } from "./zone-offset";
import { useZone, useZones } from "./zones";
import { useLocale } from "./use-locale";
import { useNow } from "./use-now";

const loadPopup = fetchedEarly(() => import("./time-zone-popup").then((module) => module.TimeZonePopup));

type TimeZonePickerProps = {
  /** An IANA name. */
  value: string;
  onChange: (zone: string) => void;
  /** The id of the element that names the field; screen readers read the value after the name. */
  "aria-labelledby": string;
  "aria-describedby"?: string | undefined;
  className?: string;
};

/** A zone by its city, with the offset it has now. Opens a list that is searched by city, name and offset. */
export function TimeZonePicker({ value, onChange, className, ...names }: TimeZonePickerProps) {
  const { Part, popup, button } = usePopup("dialog", loadPopup);
  const now = useNow();
  const zone = useZone(value);
  const locale = useLocale();
  const { load } = useZones();
  const label = names["aria-labelledby"];
  const shownId = `${label}-zone`;
  const choose = (id: string) => {
    popup.onOpenChange(false);
    if (!isCalled(zone, id)) onChange(id);
  };
  return (
    <>
      <button
        {...button}
        {...names}
        // The list needs the table of all zones: it is on its way before the press.
        onPointerEnter={load}
        onFocus={load}
        aria-labelledby={`${label} ${shownId}`}
        className={cn(
          "tap flex h-9 max-w-full min-w-0 items-center gap-2 rounded border border-line-control bg-card ps-3 pe-2.5 text-start transition-colors hover:border-ink-soft pointer-coarse:h-11",
          className,
        )}
      >
        <span id={shownId} className="flex min-w-0 grow items-baseline gap-2">
          <bdi className="truncate font-medium">{cityOf(zone, locale)}</bdi>{" "}
          {zone.id !== "UTC" && <ZoneOffset minutes={offsetOf(zone, now)} />}
        </span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
      </button>
      {Part && <Part popup={popup} value={zone.id} at={now} onChoose={choose} />}
    </>
  );
}
