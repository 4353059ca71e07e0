import { restoreValues, type WantedValue } from "@/lib/settings/client/restore";
import type { SettingsClient } from "@/lib/settings/client/settings-client";
import { documentId, sectionOf, type DocumentRef } from "@/lib/settings/document";
import type { JsonObject } from "@/lib/settings/json";
import { changedPaths, setAt, valueAt } from "@/lib/settings/patch";
import { isLeafOf } from "@/lib/settings/sections";
import { fakeClock } from "./fake-clock";
import { fakeDevice, userId } from "./fake-device";
import { fakeSettingsServer } from "./fake-settings-server";
import { editedSettings } from "./edited-settings";
import { workCounter } from "./work-counter";

const documents = [...new Map(editedSettings.map(({ ref }) => [documentId(ref), ref])).values()];

/** What a client shows: effective values, the layers that decided them, and the person's own values. */
export const shownBy = ({ views }: SettingsClient) =>
  [views.dashboard("p1"), views.dashboard(null), views.notifications(), views.preferences()].map(
    ({ value, provenance, overrides }) => ({ value, provenance, overrides: withoutEmpty(overrides) }),
  );

/** Storage keeps an object whose last value went back to inherited. */
const withoutEmpty = (object: JsonObject): JsonObject =>
  changedPaths(object).reduce<JsonObject>(
    (kept, path) => setAt(kept, path, valueAt(object, path) ?? null),
    {},
  );

/** Devices of one person on one server and one clock. */
export function fakeDevices(count: number) {
  const server = fakeSettingsServer();
  const clock = fakeClock(null);
  const work = workCounter();
  const moments: Map<string, JsonObject>[] = [];
  const note = () =>
    moments.push(new Map(documents.map((ref) => [documentId(ref), server.rowAt(userId, ref).overrides])));
  note();
  const devices = Array.from({ length: count }, (_, index) =>
    fakeDevice(`device-${index} `, { server, clock, work }),
  );
  return { server, devices, idle: work.idle, leap: clock.leap, moments, note, hintOf, restore };

  /** The hint that Realtime sends of a row: its version. */
  function hintOf({ section, projectId }: DocumentRef) {
    return { section, project_id: projectId, version: server.rowAt(userId, { section, projectId }).version };
  }

  /** Applies the answer of `get_settings_as_of` for a moment on a page. */
  function restore(client: SettingsClient, moment: number) {
    const then = moments[moment % moments.length];
    const values = documents.flatMap((ref): WantedValue[] => {
      const [now, before] = [server.rowAt(userId, ref).overrides, then?.get(documentId(ref)) ?? {}];
      const isLeaf = isLeafOf(sectionOf(ref));
      const paths = new Set([now, before].flatMap((overrides) => changedPaths(overrides, isLeaf)));
      return [...paths].map((path) => ({ ...ref, path, value: valueAt(before, path) ?? null }));
    });
    return restoreValues(client, values);
  }
}
