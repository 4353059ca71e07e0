"use client";

import { Split, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Conflict, NotSaved } from "@/lib/settings/device-document";
import type { FormRow } from "@/lib/settings/form-model";
import type { Json } from "@/lib/settings/json";
import { useSettingWords } from "./setting-words";

type RowOf = (path: string) => FormRow | undefined;

/** A stored value in words; null is what stands for inherited. */
function useValueWords(rowOf: RowOf) {
  const t = useTranslations("settings.conflict");
  const words = useSettingWords();
  return {
    title: (path: string) => {
      const row = rowOf(path);
      return row ? words.title(row.titleKey) : path;
    },
    value: (path: string, value: Json) => {
      const row = rowOf(path);
      if (value === null) return t("inherited");
      return row ? words.valueOf(row, value) : JSON.stringify(value);
    },
  };
}

type NotSavedPanelProps = { notices: readonly NotSaved[]; rowOf: RowOf; onDismiss: (path: string) => void };

/** What the server refused for good, with the values, until dismissed. */
export function NotSavedPanel({ notices, rowOf, onDismiss }: NotSavedPanelProps) {
  const t = useTranslations("settings");
  const errors = useTranslations("errors.codes");
  const words = useValueWords(rowOf);
  if (notices.length === 0) return null;
  return (
    <Banner
      tone="danger"
      role="alert"
      icon={<TriangleAlert aria-hidden="true" />}
      title={t("notSaved.title", { count: notices.length })}
    >
      <p>{t("notSaved.body")}</p>
      <ul className="mt-2 grid gap-1">
        {notices.map(({ path, mine, code }) => (
          <li key={path} className="flex items-center gap-2">
            <span className="min-w-0 grow text-ink">
              <strong className="font-medium">{words.title(path)}</strong>
              {` · ${words.value(path, mine)} · `}
              {errors(code)}
            </span>
            <IconButton label={t("notSaved.dismiss")} onClick={() => onDismiss(path)}>
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

type ConflictPanelProps = {
  conflicts: readonly Conflict[];
  rowOf: RowOf;
  onChoose: (conflict: Conflict, choice: "mine" | "theirs") => void;
};

/** What was changed in two places at once: both values, and the person's choice. */
export function ConflictPanel({ conflicts, rowOf, onChoose }: ConflictPanelProps) {
  const t = useTranslations("settings.conflict");
  const words = useValueWords(rowOf);
  if (conflicts.length === 0) return null;
  return (
    <Banner
      tone="caution"
      role="alert"
      icon={<Split aria-hidden="true" />}
      title={t("title", { count: conflicts.length })}
    >
      <p>{t("body")}</p>
      <ul className="mt-2 grid gap-3">
        {conflicts.map((conflict) => (
          <li key={conflict.path} className="flex flex-wrap items-center gap-2 max-sm:[&>strong]:w-full">
            <strong className="min-w-0 grow font-medium text-ink">{words.title(conflict.path)}</strong>
            <Button size="sm" onClick={() => onChoose(conflict, "mine")}>
              {t("mine", { value: words.value(conflict.path, conflict.mine) })}
            </Button>
            <Button size="sm" onClick={() => onChoose(conflict, "theirs")}>
              {t("theirs", { value: words.value(conflict.path, conflict.theirs) })}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
