"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useSettingWords } from "@/components/settings/setting-words";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { FieldGroup, PatchOf } from "@/lib/settings/fields";
import type { JsonObject } from "@/lib/settings/json";
import { leaves, type Section } from "@/lib/settings/sections";
import { useSectionForm } from "./use-section-form";

type Undo = () => void;

type AnnouncedForm<C extends FieldGroup> = {
  section: Section<C>;
  /** The leaves that the form edits. The same array on every render. */
  paths: readonly string[];
  settings: { value: JsonObject; editPatch: (patch: PatchOf<C>) => Undo; reset: (path: string) => Undo };
  /** A second message about the same form replaces the first. */
  id: string;
};

/** A form of several fields that says what was saved or reset, and offers Undo. */
export function useAnnouncedForm<C extends FieldGroup>({ section, paths, settings, id }: AnnouncedForm<C>) {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const format = useFormatter();
  const announce = useUndoToast();
  const titleOf = (path: string) => words.title(leaves(section).get(path)?.titleKey ?? path);
  const form = useSectionForm({
    section,
    paths,
    settings,
    onSaved: (saved, undo) => announce(t("form.saved", { names: format.list(saved.map(titleOf)) }), id, undo),
  });
  /** Resets a field at once, not with the form. */
  const reset = (path: string) =>
    announce(t("wasReset", { title: titleOf(path) }), path, settings.reset(path));
  return { form, reset };
}
