import type { EditedRow } from "@/components/settings/use-undoable-edit";
import type { Json } from "@/lib/settings/json";
import type { NotificationSettings } from "@/lib/settings/notifications";
import type { Provenance } from "@/lib/settings/resolve";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";

/** The settings of the page and the ways to change them, as every part of a channel's row is given them. */
export type ChannelEdits = {
  settings: NotificationSettings;
  valueAt: (path: string) => Json;
  provenance: Provenance;
  onChange: (row: EditedRow, value: Json) => void;
  onReset: (row: EditedRow) => void;
};

/** What the fold of a channel is given. */
export type FineTuningProps = ChannelEdits & { channel: OutgoingChannel };
