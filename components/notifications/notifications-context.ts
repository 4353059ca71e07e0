"use client";

import { createContext, useContext } from "react";
import type { BellView } from "@/lib/notifications/bell/view";
import type { ChangeMark, Mark } from "@/lib/notifications/notification";

type Notifications = BellView & {
  mark(mark: Mark): void;
  /** Done, asleep, read, or back. */
  change(change: ChangeMark): void;
  /** Everything there is now; a message offers the way back. */
  markAllRead(): void;
};

export const NotificationsContext = createContext<Notifications | null>(null);

/** The notifications in the bell, and the functions that mark them. Throws outside NotificationsProvider. */
export function useNotifications(): Notifications {
  const value = useContext(NotificationsContext);
  if (!value) throw new Error("useNotifications needs a NotificationsProvider above it");
  return value;
}
