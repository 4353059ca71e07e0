"use client";

import type { ReactNode } from "react";
import { FormatsContext } from "@/components/ui/formats-context";
import { useZone } from "@/components/ui/zones";
import { useAppearance } from "./appearance";

/** Provides the way in which the person wants dates, times and figures written, on the clock of their zone. */
export function FormatsProvider({ children }: { children: ReactNode }) {
  const preferences = useAppearance().appearance.data_preferences;
  const zone = useZone(preferences.timezone);
  return <FormatsContext value={{ preferences, zone }}>{children}</FormatsContext>;
}
