"use client";

import { Split, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCurrentProject } from "@/components/workspace/current-project";
import { useWorkspace } from "@/components/workspace/workspace";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { documentId, type DocumentRef, sectionOf } from "@/lib/settings/document";
import type { Json } from "@/lib/settings/json";
import { leaves } from "@/lib/settings/sections";
import type { SyncStatus } from "@/lib/settings/client/sync";
import { useSettingWords } from "./setting-words";
import { useValueWords } from "./value-words";

type NotSaved = SyncStatus["notSaved"][number];
type Conflict = SyncStatus["conflicts"][number];

type SettingRef = DocumentRef & { path: string };

/** Names a setting, its page and its stored value in words; null stands for inherited. */
function useNoticeWords() {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const valueWords = useValueWords();
  const { projects } = useWorkspace();
  const open = useCurrentProject();
  const fieldOf = ({ path, ...ref }: SettingRef) => leaves(sectionOf(ref)).get(path);
  /** The name of the project, where it is not the open one. */
  const projectOf = ({ projectId }: SettingRef) =>
    projectId === null || projectId === open?.id
      ? []
      : [projects.find(({ id }) => id === projectId)?.name ?? t("notSaved.otherProject")];
  const value = (setting: SettingRef, stored: Json) => {
    const field = fieldOf(setting);
    return stored === null || !field ? t("conflict.inherited") : valueWords(field, stored);
  };
  return {
    title: (setting: SettingRef) => words.title(fieldOf(setting)?.titleKey ?? setting.path),
    where(setting: SettingRef) {
      const [group = ""] = setting.path.split(".");
      return [t(`sections.${setting.section}`), words.group(group), ...projectOf(setting)]
        .map(isolated)
        .join(" › ");
    },
    value,
    /** Long texts are shown in full: two of them may differ in the last word. */
    wholeValue(setting: SettingRef, stored: Json) {
      const isText = fieldOf(setting)?.control.kind === "text" && typeof stored === "string";
      return isText && stored.trim() !== "" ? stored.trim() : value(setting, stored);
    },
  };
}

/** Isolates a name from the direction of the line around it. */
const isolated = (name: string) => `\u2068${name}\u2069`;

const keyOf = (setting: SettingRef) => `${documentId(setting)} ${setting.path}`;

/** The title of a setting, and below it the page and the group. */
function NoticeTitle({ setting, children }: { setting: SettingRef; children?: ReactNode }) {
  const words = useNoticeWords();
  return (
    <span className="min-w-0 grow text-ink">
      <strong className="font-medium">{words.title(setting)}</strong>
      {children}
      <span className="block text-sm text-ink-soft">{words.where(setting)}</span>
    </span>
  );
}

/** An item of a list that loses one item with each answer. */
const Item = ({ className, children }: { className: string; children: ReactNode }) => (
  <li ref={useFocusHandover<HTMLLIElement>()} className={className}>
    {children}
  </li>
);

type NotSavedPanelProps = { notices: readonly NotSaved[]; onDismiss: (notice: NotSaved) => void };

/** Lists the edits that the server refused for good, with their values, until the person dismisses them. */
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
          <Item key={keyOf(notice)} className="flex items-center gap-2">
            <NoticeTitle setting={notice}>
              {` · ${words.value(notice, notice.mine)} · `}
              {errors(notice.code)}
            </NoticeTitle>
            <IconButton label={t("notSaved.dismiss")} onClick={() => onDismiss(notice)}>
              <X aria-hidden="true" />
            </IconButton>
          </Item>
        ))}
      </ul>
    </Banner>
  );
}

type ConflictPanelProps = {
  conflicts: readonly Conflict[];
  onChoose: (conflict: Conflict, choice: "mine" | "theirs") => void;
};

/** Lists the settings that were changed in two places at once, with both values, for the person to choose. */
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
      <ul className="mt-2 grid gap-4">
        {conflicts.map((conflict) => (
          <Item key={keyOf(conflict)} className="grid gap-2">
            <NoticeTitle setting={conflict} />
            <span className="grid gap-2 sm:grid-cols-2">
              {(["mine", "theirs"] as const).map((side) => (
                <Offer key={side} onTake={() => onChoose(conflict, side)}>
                  {t.rich(side, {
                    value: words.wholeValue(conflict, conflict[side]),
                    b: (value) => <Written>{value}</Written>,
                  })}
                </Offer>
              ))}
            </span>
          </Item>
        ))}
      </ul>
    </Banner>
  );
}

/** The value is as wide as the panel and as high as its text. */
const Offer = ({ onTake, children }: { onTake: () => void; children: ReactNode }) => (
  <Button
    size="sm"
    className="h-auto! flex-col items-start! justify-start! gap-0! py-1.5 text-start font-normal! whitespace-normal! text-ink-soft!"
    onClick={onTake}
  >
    {children}
  </Button>
);

const Written = ({ children }: { children: ReactNode }) => (
  <bdi className="max-w-full font-medium text-ink wrap-anywhere whitespace-pre-line">{children}</bdi>
);
