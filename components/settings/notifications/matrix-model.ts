"use client";

import { useTranslations } from "next-intl";
import type { EditedGroup, EditedRow } from "@/components/settings/use-undoable-edit";
import type { Inherited } from "@/components/settings/use-back-words";
import { useSettingWords } from "@/components/settings/setting-words";
import type { Control } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import { channelColumns, notifications } from "@/lib/settings/notifications";
import { defaultAt } from "@/lib/settings/sections";
import type { Provenance } from "@/lib/settings/resolve";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { channels, type Channel } from "@/lib/vocabulary/channels";
import { isReached, type Destinations } from "./destinations";

export type MatrixProps = {
  valueAt: (path: string) => Json;
  provenance: Provenance;
  destinations: Destinations;
  onChange: (row: EditedRow, on: boolean) => void;
  onChangeAll: (group: EditedGroup, on: boolean) => void;
  onReset: (row: EditedRow) => void;
};

const toggle = { kind: "toggle" } as const satisfies Control;

export const pathOf = (channel: Channel, key: string) => `${channelColumns[channel]}.${key}`;

/** What a field of this page has without a value of the person's own. */
export const defaultOf = (path: string): Inherited => ({
  value: defaultAt(notifications, path),
  layer: "default",
});

/** The cell of a category and a channel, with a name of its own. */
export const cellOf = (category: Category, channel: Channel, title: string) =>
  ({ path: pathOf(channel, category), titleKey: category, control: toggle, title }) satisfies EditedRow;

/** The channels on which something arrives: the switches of all channels count these alone. */
export const reachedChannels = (destinations: Destinations): Channel[] =>
  channels.filter((channel) => isReached(destinations[channel]));

/** The cells of category × channel, also as rows, as columns and all together, each with a name of its own. */
export function useMatrix() {
  const t = useTranslations("settings.notifications");
  const words = useSettingWords();
  const channelName = (channel: Channel) => words.group(channelColumns[channel]);
  /** The channel of a field: fields of all channels have the same titles. */
  const titleIn = (channel: Channel, title: string) =>
    t("inChannel", { channel: channelName(channel), title });
  const cell = (category: Category, channel: Channel) =>
    cellOf(category, channel, titleIn(channel, words.title(category)));
  return {
    channelName,
    titleIn,
    cell,
    origin: words.origin,
    categoryName: (category: Category) => words.title(category),
    categoryHelp: (category: Category) => words.help(category),
    /** `among`: its cells on these channels alone. */
    row: (category: Category, among: readonly Channel[]): EditedGroup => ({
      key: category,
      title: words.title(category),
      rows: among.map((channel) => cell(category, channel)),
    }),
    column: (channel: Channel): EditedGroup => ({
      key: channelColumns[channel],
      title: channelName(channel),
      rows: categories.map((category) => cell(category, channel)),
    }),
    whole: (among: readonly Channel[]): EditedGroup => ({
      key: "notifications",
      title: t("matrix.everything"),
      rows: categories.flatMap((category) => among.map((channel) => cell(category, channel))),
    }),
  };
}

/**
 * The channels that a switch for all of them sets. Off holds everywhere, also where nothing arrives yet, so that a channel
 * which is set up later brings nothing that was switched off; on is said of what can arrive.
 */
export const setByAll = (destinations: Destinations, on: boolean): readonly Channel[] =>
  on ? reachedChannels(destinations) : channels;

/** Whether several switches are all on, all off, or mixed. */
export function summaryOf(values: readonly boolean[]): boolean | "mixed" {
  const on = values.filter(Boolean).length;
  return on === values.length ? true : on === 0 ? false : "mixed";
}
