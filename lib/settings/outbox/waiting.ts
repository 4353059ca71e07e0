import { documentId } from "@/lib/settings/document";
import type { JsonObject } from "@/lib/settings/json";
import { settingsSection } from "@/lib/settings/registry";
import { patchedPaths } from "@/lib/settings/sections";
import type { DeviceDocument } from "./device-document";

type Change = { section: string; projectId: string | null; patch: JsonObject };

/** How many settings wait for an answer. One that is edited again, or still in `unrecorded`, counts once. */
export function waitingIn(documents: Iterable<DeviceDocument>, unrecorded: readonly Change[] = []): number {
  const kept = [...documents].flatMap(({ section, projectId, sending, pending }) =>
    [sending, pending].flatMap((slot) => (slot ? [{ section, projectId, patch: slot.patch }] : [])),
  );
  const waiting = [...kept, ...unrecorded].flatMap((change) => {
    const section = settingsSection(change.section);
    const paths = section ? patchedPaths(section, change.patch) : [];
    return paths.map((path) => `${documentId(change)} ${path}`);
  });
  return new Set(waiting).size;
}
