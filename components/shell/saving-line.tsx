"use client";

import { SyncStatus } from "@/components/settings/sync-status";
import { useSyncStatus } from "@/components/settings/settings-provider";

export function SavingLine() {
  const { kind, waiting, durable } = useSyncStatus();
  return <SyncStatus kind={kind} waiting={waiting} durable={durable} />;
}
