"use client";

import { useTranslations } from "next-intl";
import { afterPaint } from "@/components/ui/after-paint";
import type { FormRow } from "@/lib/settings/form/form-model";
import type { Json, JsonObject } from "@/lib/settings/json";
import { valueAt } from "@/lib/settings/patch";
import type { ValueWords } from "./plain-words";
import { useSettingWords } from "./setting-words";

type Undo = () => void;

/** The part of a section's hook that edits need. */
type Editor = {
  value: JsonObject;
  /** Both show the change at once and return how to undo it. */
  edit: (path: string, value: Json) => Undo;
  reset: (path: string) => Undo;
};

/** Tells the person what was done; `undo` is for them to press. */
type Announce = (text: string, id: string, undo: Undo) => void;

/** `title`: replaces a field title that several fields share. */
export type EditedRow = FormRow & { readonly title?: string };
export type EditedGroup = {
  readonly key: string;
  readonly rows: readonly FormRow[];
  readonly title?: string;
};

/** Edits that apply at once: the new value is painted first, then a message says what was done and offers Undo. */
export function useUndoableEdit(
  { value: held, edit, reset }: Editor,
  announce: Announce,
  valueWords: ValueWords,
) {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const at = (path: string): Json => valueAt(held, path) ?? null;
  const titleOf = (row: EditedRow) => row.title ?? words.title(row.titleKey);
  const sentence = (row: EditedRow, value: Json) => {
    const title = titleOf(row);
    if (typeof value === "boolean") return t(value ? "on" : "off", { title });
    return t("changed", { title, value: valueWords(row, value) });
  };
  const say = (text: () => string, id: string, undo: Undo) => afterPaint(() => announce(text(), id, undo));
  return {
    /** The present value of a field. */
    valueAt: at,
    edit: (row: EditedRow, value: Json) => say(() => sentence(row, value), row.path, edit(row.path, value)),
    reset: (row: EditedRow) => say(() => t("wasReset", { title: titleOf(row) }), row.path, reset(row.path)),
    /** Sets only the switches that differ, so that an inherited value that is right already stays inherited. */
    editGroup(group: EditedGroup, on: boolean) {
      const different = group.rows.filter(({ path }) => at(path) !== on);
      const undos = different.map(({ path }) => edit(path, on));
      const undoAll = () => undos.forEach((undo) => undo());
      const title = () => group.title ?? words.group(group.key);
      say(() => t(on ? "allOn" : "allOff", { group: title() }), group.key, undoAll);
    },
  };
}
