"use client";

import { useTranslations } from "next-intl";
import { useSettingWords } from "@/components/settings/setting-words";
import { useShell } from "@/components/shell/shell-context";
import type { SettingsEvent } from "@/lib/audit/event";
import type { Json } from "@/lib/settings/json";
import { fieldAt } from "./settings-known";

type Place = { section: string; path: string };

/** What the record says, in words: of which setting, by whom, for what, from what to what. */
export function useActivityWords() {
  const t = useTranslations("settings.activity");
  const scopes = useTranslations("settings.scope");
  const words = useSettingWords();
  const { projects } = useShell();
  const [sections, sources] = [t.raw("sections"), t.raw("sources")];
  /** A newer build may have written what this one has no word for. */
  const named = (list: unknown, key: string): string =>
    typeof list === "object" && list !== null && key in list ? String(Reflect.get(list, key)) : key;
  const section = (name: string) => named(sections, name);

  return {
    section,
    source: (name: string) => named(sources, name),
    title({ section: name, path }: Place): string {
      const field = fieldAt(name, path);
      if (!field) return path;
      const [column = "", breakpoint = "", widget = ""] = path.split(".");
      if (column !== "widget_layout") return words.title(field.titleKey);
      return t("place", { widget: words.title(widget), screen: t(`screens.${breakpoint}`) });
    },
    /** Where it is found: "Dashboard · Widgets". */
    where({ section: name, path }: Place): string {
      const [column = ""] = path.split(".");
      return fieldAt(name, path) ? `${section(name)} · ${words.group(column)}` : section(name);
    },
    value({ section: name, path }: Place, value: Json): string {
      const field = fieldAt(name, path);
      if (value === null) return t("inherited");
      return field ? words.valueOf(field, value) : JSON.stringify(value);
    },
    who({ own, actor, actor_name: name }: SettingsEvent): string {
      if (own) return t("who.you");
      if (actor === null) return t("who.system");
      return name ?? t("who.gone");
    },
    /** For which projects, where a section can differ between them. */
    scope({ section: name, projectId }: { section: string; projectId: string | null }): string | null {
      if (name !== "dashboard") return null;
      if (projectId === null) return scopes("all");
      return projects.find(({ id }) => id === projectId)?.name ?? t("unknownProject");
    },
  };
}
