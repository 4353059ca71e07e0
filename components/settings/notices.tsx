"use client";

import { Split, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { dashboard } from "@/lib/settings/dashboard";
import type { Json } from "@/lib/settings/json";
import { leaves } from "@/lib/settings/sections";
import type { SyncStatus } from "@/lib/settings/settings-state";
import { useSettingWords } from "./setting-words";

type NotSaved = SyncStatus["notSaved"][number];
type Conflict = SyncStatus["conflicts"][number];

/** A setting and its stored value in words; null is what stands for inherited. */
function useNoticeWords() {
  const t = useTranslations("settings.conflict");
  const words = useSettingWords();
  const fieldOf = (path: string) => leaves(dashboard).get(path);
  return {
    title: (path: string) => words.title(fieldOf(path)?.titleKey ?? path),
    value(path: string, value: Json) {
      const field = fieldOf(path);
      return value === null || !field ? t("inherited") : words.valueOf(field, value);
    },
  };
}

const keyOf = ({ scope, path }: { scope: string | null; path: string }) => `${scope} ${path}`;

type NotSavedPanelProps = { notices: readonly NotSaved[]; onDismiss: (notice: NotSaved) => void };

/** What the server refused for good, with the values, until dismissed. */
export function NotSavedPanel({ notices, onDismiss }: NotSavedPanelProps) {
  const t = useTranslations("settings");
  const errors = useTranslations("errors.codes");
  const words = useNoticeWords();
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
        {notices.map((notice) => (
          <li key={keyOf(notice)} className="flex items-center gap-2">
            <span className="min-w-0 grow text-ink">
              <strong className="font-medium">{words.title(notice.path)}</strong>
              {` · ${words.value(notice.path, notice.mine)} · `}
              {errors(notice.code)}
            </span>
            <IconButton label={t("notSaved.dismiss")} onClick={() => onDismiss(notice)}>
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
  onChoose: (conflict: Conflict, choice: "mine" | "theirs") => void;
};

/** What was changed in two places at once: both values, and the person's choice. */
export function ConflictPanel({ conflicts, onChoose }: ConflictPanelProps) {
  const t = useTranslations("settings.conflict");
  const words = useNoticeWords();
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
          <li key={keyOf(conflict)} className="flex flex-wrap items-center gap-2 max-sm:[&>strong]:w-full">
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
