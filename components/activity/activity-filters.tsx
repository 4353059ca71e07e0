"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { useSettingWords } from "@/components/settings/setting-words";
import { eventSources } from "@/lib/audit/event-source";
import type { ActivityFilter } from "@/lib/audit/filter";
import { settingsSections } from "@/lib/settings/registry";
import { leaves } from "@/lib/settings/sections";
import { useActivityWords } from "./use-activity-words";

type ActivityFiltersProps = { filter: ActivityFilter; onChange: (filter: ActivityFilter) => void };

/** Filters by section, source and setting. An empty choice filters nothing. */
export function ActivityFilters({ filter, onChange }: ActivityFiltersProps) {
  const t = useTranslations("settings.activity.filters");
  const words = useActivityWords();
  const group = useRef<HTMLDivElement>(null);
  const isFiltered = Object.values(filter).some(Boolean);
  const choose = (key: keyof ActivityFilter, value: string) =>
    onChange({ ...filter, [key]: value || undefined });
  /** The Clear button disappears with the filters: the focus goes to the first of them. */
  function clear() {
    group.current?.querySelector("select")?.focus();
    onChange({});
  }
  return (
    <div
      ref={group}
      role="group"
      aria-label={t("label")}
      className="grid gap-3 sm:flex sm:flex-wrap sm:items-end"
    >
      <Choice
        label={t("section")}
        value={filter.section}
        // The chosen setting is dropped with its section: a setting of another section would match nothing.
        onChange={(value) => onChange({ ...filter, section: value || undefined, setting: undefined })}
      >
        <option value="">{t("anySection")}</option>
        {settingsSections.map(({ name }) => (
          <option key={name} value={name}>
            {words.section(name)}
          </option>
        ))}
      </Choice>
      <Choice label={t("setting")} value={filter.setting} onChange={(value) => choose("setting", value)}>
        <option value="">{t("anySetting")}</option>
        <SettingOptions section={filter.section} />
      </Choice>
      <Choice label={t("source")} value={filter.source} onChange={(value) => choose("source", value)}>
        <option value="">{t("anySource")}</option>
        {eventSources.map((source) => (
          <option key={source} value={source}>
            {words.source(source)}
          </option>
        ))}
      </Choice>
      {isFiltered && (
        <Button variant="ghost" onClick={clear}>
          {t("clear")}
        </Button>
      )}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  children: React.ReactNode;
};

function Choice({ label, value = "", onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1 sm:w-48">
      <label htmlFor={id} className="text-xs font-medium text-ink-faint">
        {label}
      </label>
      <Select id={id} className="w-full" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </Select>
    </div>
  );
}

/** Every setting under its group, and each group as a whole: paths begin with the name of their group. */
function SettingOptions({ section }: { section: string | undefined }) {
  const t = useTranslations("settings.activity.filters");
  const words = useActivityWords();
  const settings = useSettingWords();
  return settingsSections
    .filter(({ name }) => section === undefined || name === section)
    .flatMap((one) =>
      Object.keys(one.columns).map((column) => (
        <optgroup key={column} label={`${words.section(one.name)} · ${settings.group(column)}`}>
          <option value={column}>{t("allOf", { group: settings.group(column) })}</option>
          {[...leaves(one).keys()]
            .filter((path) => path.startsWith(`${column}.`))
            .map((path) => (
              <option key={path} value={path}>
                {words.title({ section: one.name, path })}
              </option>
            ))}
        </optgroup>
      )),
    );
}
