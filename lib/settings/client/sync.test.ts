import { expect, it } from "vitest";
import { documentId } from "@/lib/settings/document";
import { emptyDocument } from "@/lib/settings/outbox/device-document";
import { syncOf } from "./sync";
import type { SettingsState } from "./state";

const ref = { section: "dashboard", projectId: null } as const;
const edit = (key: string) =>
  ({ ...ref, patch: { widget_visibility: { [key]: false } }, seen: {}, source: "ui" }) as const;
const refused = {
  ...emptyDocument({ userId: "lea", ...ref }, 1),
  pending: { patch: edit("metrics").patch, base: {}, source: "ui" },
  trouble: "unavailable",
} as const;

const saying = (unrecorded: SettingsState["unrecorded"]) =>
  syncOf({
    documents: new Map([[documentId(ref), refused]]),
    unrecorded,
    answered: new Set([null]),
    lookedUp: true,
    durable: true,
    unreachable: false,
    outdated: false,
    shell: null,
  });

it("says that edits are kept only when the last of them is on the disk", () => {
  expect(saying([edit("insights")])).toMatchObject({ kind: "saving", waiting: 2 });
  expect(saying([])).toMatchObject({ kind: "kept", waiting: 1 });
});
