"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import { useDeviceWords } from "@/components/ui/use-device-words";
import { useValueWords } from "@/components/settings/value-words";
import { useWorkspace } from "@/components/workspace/workspace";
import type { SettingsEvent } from "@/lib/audit/event";
import type { Json } from "@/lib/settings/json";
import { fieldAt } from "./settings-known";

type SettingRef = { section: string; path: string };
type ScopedSetting = SettingRef & { projectId: string | null };

type ActivityWords = ReturnType<typeof useNewActivityWords>;

/** The words of the whole page: looking them up for each entry takes longer than drawing it. */
export const ActivityWordsContext = createContext<ActivityWords | null>(null);

/** The words of an entry: the setting, who changed it, for which project, from which value to which. */
export function useActivityWords(): ActivityWords {
  const words = useContext(ActivityWordsContext);
  if (!words) throw new Error("useActivityWords is used outside ActivityScreen");
  return words;
}

export function useNewActivityWords() {
  const t = useTranslations("settings.activity");
  const scopes = useTranslations("settings.scope");
  const words = useSettingWords();
  const device = useDeviceWords();
  const valueWords = useValueWords();
  const { projects } = useWorkspace();
  const [sections, sources] = [t.raw("sections"), t.raw("sources")];
  /** Shows an unknown value as it is: a newer build may have written it. */
  const named = (list: unknown, key: string): string =>
    typeof list === "object" && list !== null && key in list ? String(Reflect.get(list, key)) : key;
  const section = (name: string) => named(sections, name);

  return {
    section,
    device,
    source: (name: string) => named(sources, name),
    title({ section: name, path }: SettingRef): string {
      const field = fieldAt(name, path);
      if (!field) return path;
      const [column = "", breakpoint = "", widget = ""] = path.split(".");
      if (column !== "widget_layout") return words.title(field.titleKey);
      return t("position", { widget: words.title(widget), screen: t(`screens.${breakpoint}`) });
    },
    /** The page and group of a setting: "Dashboard · Widgets". */
    where({ section: name, path }: SettingRef): string {
      const [column = ""] = path.split(".");
      return fieldAt(name, path) ? `${section(name)} · ${words.group(column)}` : section(name);
    },
    /** A value in words; where it was inherited, what that was. In a project it was what the person has for all of them. */
    value({ section: name, path, projectId }: ScopedSetting, value: Json): string {
      const field = fieldAt(name, path);
      if (value !== null) return field ? valueWords(field, value) : JSON.stringify(value);
      if (projectId !== null) return t("inheritedInProject");
      return field ? t("inheritedValue", { value: valueWords(field, field.default) }) : t("inherited");
    },
    /** A sentence for a change that leaves the value as it was: to the default's own value, or back from it. */
    sameValue({ section: name, path, projectId }: ScopedSetting, before: Json, after: Json): string | null {
      const field = fieldAt(name, path);
      if (!field || projectId !== null || (before === null) === (after === null)) return null;
      const [value, initial] = [valueWords(field, before ?? after), valueWords(field, field.default)];
      return value !== initial ? null : t(before === null ? "setToDefault" : "backToSame", { value });
    },
    who({ own, actor, actor_name: name }: SettingsEvent): string {
      if (own) return t("who.you");
      if (actor === null) return t("who.system");
      return name ?? t("who.gone");
    },
    /** The project of a change, where the section can differ between projects. */
    scope({ section: name, projectId }: { section: string; projectId: string | null }): string | null {
      if (name !== "dashboard") return null;
      if (projectId === null) return scopes("all");
      return projects.find(({ id }) => id === projectId)?.name ?? t("unknownProject");
    },
  };
}
