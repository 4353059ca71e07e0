"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { SettingsClient } from "@/lib/settings/client/settings-client";

type SettingsContext = {
  client: SettingsClient;
  /** A client of the same rows that is never started: it answers what the server drew the page from. */
  drawn: SettingsClient;
  projectId: string | null;
};

export const SettingsContext = createContext<SettingsContext | null>(null);

export function useSettingsContext(): SettingsContext {
  const context = useContext(SettingsContext);
  if (!context) throw new Error("settings are shown outside SettingsProvider");
  return context;
}

/**
 * What the client answers, again whenever it has changed; `read` answers the same object until then. React takes over a
 * page in parts, and a part that streams in late may find that the device was read meanwhile: it is compared with what
 * the server drew, and shows what is known now right after.
 */
export function useReading<T>(read: (client: SettingsClient) => T): T {
  const { client, drawn } = useSettingsContext();
  return useSyncExternalStore(
    client.subscribe,
    () => read(client),
    () => read(drawn),
  );
}
