import { editWithUndo } from "@/lib/settings/client/restore";
import type { SettingsClient } from "@/lib/settings/client/settings-client";
import { documentId, sectionOf } from "@/lib/settings/document";
import type { Json } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { patchedPaths } from "@/lib/settings/sections";
import { fakeBrowser, type Link } from "./fake-browser";
import type { EditedSetting } from "./edited-settings";

/** The person whose devices these are. */
export const userId = "ann";

type Shared = Pick<NonNullable<Parameters<typeof fakeBrowser>[0]>, "server" | "clock" | "work">;

/** A browser with two tabs that remembers every wanted value of each setting, and how to undo the edits of a tab. */
export function fakeDevice(name: string, shared: Shared) {
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
    edit(tab: number, { ref, path }: EditedSetting, value: Json) {
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
