"use client";

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { isCalled } from "@/lib/time/zone-words";
import { readZone, utc, type Zone, type ZoneBlock } from "@/lib/time/zone";
import type * as zoneTable from "@/lib/time/zone-table";
import { atOnce, loadWhenIdle } from "./load-when-idle";

type ZoneTable = Pick<typeof zoneTable, "findZone" | "listedZones">;

type Zones = {
  /** The zone of this name, old or new, as far as this page knows it; null until `load` has brought the table. */
  find: (name: string) => Zone | null;
  /** The table of all zones; null until it is here. */
  table: ZoneTable | null;
  /** Fetches the table. A browser does so only for a zone that the page did not bring, and to show the list of zones. */
  load: () => void;
};

const nowhere: Zones = {
  find: (name) => (isCalled(utc, name) ? utc : null),
  table: null,
  load: () => undefined,
};

const ZonesContext = createContext<Zones>(nowhere);

const loadTable = () => import("@/lib/time/zone-table");

type ZonesProviderProps = {
  /** What the server handed over: the zones that the page speaks of. */
  blocks: readonly ZoneBlock[];
  children: ReactNode;
};

/**
 * Knows the zones of a page: those that the server handed over, so that both write the same hours at once, and all of
 * them once something asks.
 */
export function ZonesProvider({ blocks, children }: ZonesProviderProps) {
  const [table, setTable] = useState<ZoneTable | null>(null);
  const [isWanted, want] = useState(false);
  useEffect(() => (isWanted ? loadWhenIdle(loadTable, setTable, atOnce) : undefined), [isWanted]);
  const known = useZonesOf(blocks);
  const zones = useMemo(
    (): Zones => ({
      find: (name) => known(name) ?? table?.findZone(name) ?? nowhere.find(name),
      table,
      load: () => want(true),
    }),
    [known, table],
  );
  return <ZonesContext value={zones}>{children}</ZonesContext>;
}

/** Adds the zones that a part of the page speaks of. */
export function MoreZones({ blocks, children }: ZonesProviderProps) {
  const around = useZones();
  const known = useZonesOf(blocks);
  const zones = useMemo(
    (): Zones => ({ ...around, find: (name) => known(name) ?? around.find(name) }),
    [known, around],
  );
  return <ZonesContext value={zones}>{children}</ZonesContext>;
}

/** A page that is read anew brings the same zones in a new list. */
function useZonesOf(blocks: readonly ZoneBlock[]): (name: string) => Zone | null {
  const written = blocks.join("\n");
  return useMemo(() => {
    const known = written === "" ? [] : written.split("\n").map(readZone);
    return (name: string) => known.find((zone) => isCalled(zone, name)) ?? null;
  }, [written]);
}

export const useZones = (): Zones => useContext(ZonesContext);

/**
 * The zone of a stored name. While the table comes for a zone that another device has just chosen, it is the one that
 * was shown before; a name that no zone has is UTC, as for the server (`zoneOf`).
 */
export function useZone(name: string): Zone {
  const { find, table, load } = useZones();
  const found = find(name);
  const [shown, setShown] = useState(found);
  if (found && found !== shown) setShown(found);
  const isMissing = !found && !table;
  useEffect(() => {
    if (isMissing) load();
  }, [isMissing, load]);
  if (found) return found;
  return table ? utc : (shown ?? utc);
}
