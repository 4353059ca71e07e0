"use client";

import { createContext, useContext } from "react";
import type { SettingsClient } from "@/lib/settings/client/settings-client";

type SettingsContext = { client: SettingsClient; projectId: string | null };

export const SettingsContext = createContext<SettingsContext | null>(null);

export function useSettingsContext(): SettingsContext {
  const context = useContext(SettingsContext);
  if (!context) throw new Error("settings are shown outside SettingsProvider");
  return context;
}
