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

const ZonesContext = createContext<Zones>({
  find: (name) => (isCalled(utc, name) ? utc : null),
  table: null,
  load: () => undefined,
});

const loadTable = () => import("@/lib/time/zone-table");

/**
 * Knows the zones of a page: those that the server handed over as `blocks`, so that both write the same hours at once, and
 * all of them once something asks.
 */
export function ZonesProvider({ blocks, children }: { blocks: readonly ZoneBlock[]; children: ReactNode }) {
  const [table, setTable] = useState<ZoneTable | null>(null);
  const [isWanted, want] = useState(false);
  useEffect(() => (isWanted ? loadWhenIdle(loadTable, setTable, atOnce) : undefined), [isWanted]);
  const known = useMemo(() => [utc, ...blocks.map(readZone)], [blocks]);
  const zones: Zones = {
    find: (name) => known.find((zone) => isCalled(zone, name)) ?? table?.findZone(name) ?? null,
    table,
    load: () => want(true),
  };
  return <ZonesContext value={zones}>{children}</ZonesContext>;
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
