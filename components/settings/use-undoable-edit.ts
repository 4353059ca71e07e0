"use client";

import { useTranslations } from "next-intl";
import type { FormGroup, FormRow } from "@/lib/settings/form-model";
import type { Json } from "@/lib/settings/json";
import { useSettingWords } from "./setting-words";

type Undo = () => void;

type Editor = {
  valueAt: (path: string) => Json;
  /** Both show at once and answer how to undo exactly that. */
  set: (path: string, value: Json) => Undo;
  reset: (path: string) => Undo;
  /** Tells the person what was done; `undo` is for them to press. */
  announce: (text: string, id: string, undo: Undo) => void;
};

/** Edits that apply at once and offer the way back, said in words. */
export function useUndoableEdit({ valueAt, set, reset, announce }: Editor) {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const sentence = (row: FormRow, value: Json) => {
    const title = words.title(row.titleKey);
    if (typeof value === "boolean") return t(value ? "on" : "off", { title });
    return t("changed", { title, value: words.valueOf(row, value) });
  };
  return {
    change: (row: FormRow, value: Json) => announce(sentence(row, value), row.path, set(row.path, value)),
    putBack: (row: FormRow) =>
      announce(t("wasReset", { title: words.title(row.titleKey) }), row.path, reset(row.path)),
    /** Sets only what differs, so that a value that is inherited and already right stays inherited. */
    changeAll(group: FormGroup, on: boolean) {
      const different = group.rows.filter(({ path }) => valueAt(path) !== on);
      const undos = different.map(({ path }) => set(path, on));
      const undoAll = () => undos.forEach((undo) => undo());
      announce(t(on ? "allOn" : "allOff", { group: words.group(group.key) }), group.key, undoAll);
    },
  };
}
