"use client";

import { useEffect } from "react";
import { useReading, useSettingsContext } from "@/components/settings/settings-context";
import type { Json } from "@/lib/settings/json";
import { isKnown } from "@/lib/settings/client/known";
import { valueAt } from "@/lib/settings/patch";
import type { WantedValue } from "@/lib/settings/client/restore";

/**
 * The person's own present values of these settings (null: inherited), in the order given; null until all are known.
 */
export function useOwnValues(wanted: readonly WantedValue[]): readonly Json[] | null {
  const { client } = useSettingsContext();
  const written = useReading((read) =>
    wanted.every(({ projectId }) => isKnown(read, projectId))
      ? JSON.stringify(wanted.map((one) => valueAt(read.overrides(one), one.path) ?? null))
      : "",
  );
  const projectIds = JSON.stringify([...new Set(wanted.map(({ projectId }) => projectId))]);
  useEffect(() => {
    const watched: (string | null)[] = JSON.parse(projectIds);
    const stops = watched.map((projectId) => client.watch(projectId));
    return () => stops.forEach((stop) => stop());
  }, [client, projectIds]);
  return written === "" ? null : JSON.parse(written);
}
