import type { JsonObject } from "@/lib/settings/json";
import type { DeviceDocument } from "@/lib/settings/outbox/device-document";
import { startOutbox, type Outbox, type OutboxDeps } from "@/lib/settings/outbox/runner";
import type { SnapshotRead } from "@/lib/settings/outbox/snapshot";

/** An outbox with methods for the dashboard, which most tests use. */
const ofDashboard = (outbox: Outbox) => ({
  ...outbox,
  /** For any section. */
  recordIn: outbox.record,
  record: (projectId: string | null, patch: JsonObject, seen: JsonObject) =>
    outbox.record({ section: "dashboard", projectId, patch, seen, source: "ui" }),
  learn: (projectId: string | null, snapshot: SnapshotRead) =>
    outbox.learn({ section: "dashboard", projectId }, snapshot),
});

/** An outbox alone, and the dashboard's documents as it shows them. */
export function openOutbox(deps: Omit<OutboxDeps, "onDocument">) {
  const shown = new Map<string | null, DeviceDocument>();
  const show = (document: DeviceDocument) =>
    void (document.section === "dashboard" && shown.set(document.projectId, document));
  return { outbox: ofDashboard(startOutbox({ ...deps, onDocument: show })), shown };
}
