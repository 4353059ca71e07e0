"use client";

import { usePushState } from "@/components/ui/use-push-state";
import { useWorkspace } from "@/components/workspace/workspace";
import type { PushState } from "@/lib/device/push-subscription";
import type { Channel } from "@/lib/vocabulary/channels";

/** Where the notifications of a channel arrive. A channel that reaches nobody keeps its switches. */
export type Destination =
  | { kind: "app" }
  | { kind: "address"; address: string }
  | { kind: "reached" }
  | { kind: "push"; state: PushState }
  | { kind: "number" }
  | { kind: "apps" };

export type Destinations = Record<Channel, Destination>;

/** The browser's permission alone delivers no push: a subscription does. */
export const isReached = ({ kind }: Destination) => !["push", "number", "apps"].includes(kind);

export function useDestinations(): Destinations {
  const { user, reached } = useWorkspace();
  const state = usePushState();
  const through = (channel: Channel, otherwise: Destination): Destination =>
    reached.includes(channel) ? { kind: "reached" } : otherwise;
  return {
    inApp: { kind: "app" },
    email: { kind: "address", address: user.email },
    push: through("push", { kind: "push", state }),
    sms: through("sms", { kind: "number" }),
    whatsapp: through("whatsapp", { kind: "number" }),
    apps: through("apps", { kind: "apps" }),
  };
}
