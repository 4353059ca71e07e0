import type { Json, JsonObject } from "@/lib/settings/json";
import { documentId, type DocumentRef, sectionOf } from "@/lib/settings/document";
import { fakeBrowser, workCounter, type Link } from "./fake-browser";
import { fakeSettingsServer } from "./fake-settings-server";
import { fakeClock } from "./fake-clock";
import { changedPaths, setAt, valueAt } from "@/lib/settings/patch";
import { editWithUndo, restoreValues, type WantedValue } from "@/lib/settings/client/restore";
import { isLeafOf, patchedPaths } from "@/lib/settings/sections";
import type { SettingsClient } from "@/lib/settings/client/settings-client";

export type Place = { ref: DocumentRef; path: string; values: readonly Json[] };

const quiet = (start: string, urgentPasses: boolean): Json => ({
  enabled: true,
  start,
  end: "06:30",
  urgentPasses,
});
const at = (
  section: DocumentRef["section"],
  projectId: string | null,
  path: string,
  values: Json[],
): Place => ({
  ref: { section, projectId },
  path,
  values,
});

/** Settings of all sections, for all projects and for one; few, so that devices meet on them. One has several parts. */
export const places: readonly Place[] = [
  at("dashboard", null, "widget_visibility.metrics", [true, false]),
  at("dashboard", "p1", "widget_visibility.metrics", [true, false]),
  at("notifications", null, "email_notifications.leadUpdates", [true, false]),
  at("notifications", null, "notification_schedule.quietHours", [
    quiet("21:00", false),
    quiet("23:00", true),
  ]),
  at("preferences", null, "interface_settings.theme", ["dark", "contrast"]),
  at("preferences", null, "integration_settings.whatsapp.templates.language", ["he", "ar"]),
];

const documents = [...new Map(places.map(({ ref }) => [documentId(ref), ref])).values()];
const userId = "ann";

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

type Shared = Pick<NonNullable<Parameters<typeof fakeBrowser>[0]>, "server" | "clock" | "work">;

/** A browser with two tabs that remembers every wanted value of each setting, and how to undo the edits of a tab. */
function fakeDevice(name: string, shared: Shared) {
  let link: Link = "well";
  const browser = fakeBrowser({ ...shared, name, link: () => link });
  /** By setting, the values wanted on this device, the latest last. */
  const wanted = new Map<string, Json[]>();
  let writes: Promise<void>[] = [];
  const tabs = [open(), open()];

  function open() {
    const page = browser.openPage(userId, "p1", { serverReads: link === "well" });
    let isOpen = true;
    const client: SettingsClient = {
      ...page.client,
      async edit(ref, patch, source) {
        if (!isOpen) return;
        for (const path of patchedPaths(sectionOf(ref), patch)) {
          const at = `${documentId(ref)} ${path}`;
          wanted.set(at, [...(wanted.get(at) ?? []), valueAt(patch, path) ?? null]);
        }
        const written = page.client.edit(ref, patch, source);
        writes.push(written);
        await written;
      },
    };
    const undos: (() => void)[] = [];
    const close = () => {
      isOpen = false;
      page.close();
    };
    return { client, undos, close };
  }
  return {
    name,
    tabs,
    wanted,
    connect: (next: Link) => void (link = next),
    isWell: () => link === "well",
    edit(tab: number, { ref, path }: Place, value: Json) {
      const { client, undos } = tabs[tab] ?? open();
      undos.push(editWithUndo(client, ref, setAt({}, path, value)));
    },
    reopen(tab: number) {
      tabs[tab]?.close();
      tabs[tab] = open();
    },
    /** The records on the disk. */
    kept: () => browser.storage.list(userId),
    /** Every edit made so far is kept on the device. */
    async written() {
      await Promise.all(writes);
      writes = [];
    },
  };
}
