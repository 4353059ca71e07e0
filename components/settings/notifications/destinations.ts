"use client";

import { useSyncExternalStore } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Channel } from "@/lib/vocabulary/channels";

/** `unknown`: the browser has not been asked for its permission yet. */
export type PushState = NotificationPermission | "unsupported" | "unknown";

/** Where the notifications of a channel arrive. A channel that reaches nobody keeps its switches. */
export type Destination =
  | { kind: "app" }
  | { kind: "address"; address: string }
  | { kind: "push"; state: PushState }
  | { kind: "number" };

export type Destinations = Record<Channel, Destination>;

/** The browser's permission alone delivers no push: a subscription does, and this version cannot make one. */
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

/** The person can change the permission in the browser's settings while the page is open. */
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
