"use client";

import { useTranslations } from "next-intl";
import { afterPaint } from "@/components/ui/after-paint";
import type { FormRow } from "@/lib/settings/form/form-model";
import type { Json, JsonObject } from "@/lib/settings/json";
import { valueAt } from "@/lib/settings/patch";
import { useSettingWords } from "./setting-words";

type Undo = () => void;

/** What the hook of a section answers. */
type Editor = {
  value: JsonObject;
  /** Both show at once and answer how to undo exactly that. */
  edit: (path: string, value: Json) => Undo;
  reset: (path: string) => Undo;
};

/** Tells the person what was done; `undo` is for them to press. */
type Announce = (text: string, id: string, undo: Undo) => void;

/** `title`: where the field's own would not say which one is meant. */
export type EditedRow = FormRow & { readonly title?: string };
export type EditedGroup = {
  readonly key: string;
  readonly rows: readonly FormRow[];
  readonly title?: string;
};

/** Edits that apply at once, and whose picture comes first: then they are said in words, with the way back. */
export function useUndoableEdit({ value: held, edit, reset }: Editor, announce: Announce) {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const at = (path: string): Json => valueAt(held, path) ?? null;
  const titleOf = (row: EditedRow) => row.title ?? words.title(row.titleKey);
  const sentence = (row: EditedRow, value: Json) => {
    const title = titleOf(row);
    if (typeof value === "boolean") return t(value ? "on" : "off", { title });
    return t("changed", { title, value: words.valueOf(row, value) });
  };
  const say = (text: () => string, id: string, undo: Undo) => afterPaint(() => announce(text(), id, undo));
  return {
    /** What a field holds now. */
    valueAt: at,
    edit: (row: EditedRow, value: Json) => say(() => sentence(row, value), row.path, edit(row.path, value)),
    reset: (row: EditedRow) => say(() => t("wasReset", { title: titleOf(row) }), row.path, reset(row.path)),
    /** Sets only what differs, so that a value that is inherited and already right stays inherited. */
    editGroup(group: EditedGroup, on: boolean) {
      const different = group.rows.filter(({ path }) => at(path) !== on);
      const undos = different.map(({ path }) => edit(path, on));
      const undoAll = () => undos.forEach((undo) => undo());
      const title = () => group.title ?? words.group(group.key);
      say(() => t(on ? "allOn" : "allOff", { group: title() }), group.key, undoAll);
    },
  };
}
