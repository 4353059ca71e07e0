"use client";

import { useEffect, useSyncExternalStore } from "react";
import { useSettingsContext } from "@/components/settings/settings-context";
import type { Json } from "@/lib/settings/json";
import { isKnown } from "@/lib/settings/client/known";
import { valueAt } from "@/lib/settings/patch";
import type { WantedValue } from "@/lib/settings/client/restore";

/**
 * The person's own present values of these settings (null: inherited), in the order given; null until all are known.
 */
export function useOwnValues(wanted: readonly WantedValue[]): readonly Json[] | null {
  const { client } = useSettingsContext();
  const read = () =>
    wanted.every(({ scope }) => isKnown(client, scope))
      ? JSON.stringify(wanted.map((one) => valueAt(client.overrides(one), one.path) ?? null))
      : "";
  const written = useSyncExternalStore(client.subscribe, read, read);
  const scopes = JSON.stringify([...new Set(wanted.map(({ scope }) => scope))]);
  useEffect(() => {
    const watched: (string | null)[] = JSON.parse(scopes);
    const stops = watched.map((scope) => client.watch(scope));
    return () => stops.forEach((stop) => stop());
  }, [client, scopes]);
  return written === "" ? null : JSON.parse(written);
}
