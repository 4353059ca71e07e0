"use client";

import { useSyncExternalStore } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Channel } from "@/lib/vocabulary/channels";

/** `unknown`: nobody has looked yet. */
export type PushState = NotificationPermission | "unsupported" | "unknown";

/** Where what a channel sends ends up. A channel that reaches nobody keeps its switches all the same. */
export type Destination =
  | { kind: "app" }
  | { kind: "address"; address: string }
  | { kind: "push"; state: PushState }
  | { kind: "number" };

export type Destinations = Record<Channel, Destination>;

/** A browser's consent alone does not make a push arrive: a subscription does, and none can be made yet. */
export const isReached = ({ kind }: Destination) => kind === "app" || kind === "address";

export function useDestinations(): Destinations {
  const { user } = useWorkspace();
  const state = useSyncExternalStore(watchPermission, readPermission, () => "unknown" as const);
  return {
    inApp: { kind: "app" },
    email: { kind: "address", address: user.email },
    push: { kind: "push", state },
    sms: { kind: "number" },
    whatsapp: { kind: "number" },
  };
}

const readPermission = (): PushState =>
  "Notification" in window && "PushManager" in window ? Notification.permission : "unsupported";

/** A person may change their mind in the browser's own settings while the page is open. */
function watchPermission(changed: () => void): () => void {
  let stop = () => {};
  let isOver = false;
  void navigator.permissions?.query({ name: "notifications" }).then((status) => {
    if (isOver) return;
    status.addEventListener("change", changed);
    stop = () => status.removeEventListener("change", changed);
  });
  return () => {
    isOver = true;
    stop();
  };
}
