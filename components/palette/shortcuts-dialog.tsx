"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { Fragment, useRef } from "react";
import { useWalk } from "@/components/leads/use-walk";
import { useSearchJump } from "@/components/settings/search/use-search-jump";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useStandingMessage } from "@/components/ui/use-standing-message";
import { idAt, isAddressOf, memberPages } from "@/lib/pages";
import { stepAt } from "@/lib/leads/walk";
import { quickKeys } from "./keys";
import { useCommandKey } from "./palette-button";
import { useSingleKeys } from "./use-quick-keys";

type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

const quickKeysField = { page: "settingsPreferences", path: "feature_preferences.quickKeys" } as const;
const betaField = { page: "settingsPreferences", path: "feature_preferences.betaFeatures" } as const;

/** The keys of the page of notifications (components/inbox/use-inbox-keys.ts). */
const inboxKeys = [
  { words: "move", letters: ["j", "k"] },
  { words: "done", letters: ["e"] },
  { words: "read", letters: ["u"] },
  { words: "snooze", letters: ["s"] },
  { words: "select", letters: ["x"] },
] as const;

/** The keys of a lead's page (components/leads/walk/lead-walk.tsx), where the person came from a list. */
const walkKeys = [{ words: "walk", letters: ["j", "k"] }] as const;

/** The letters that do something on the open page. */
function useLettersHere() {
  const pathname = usePathname();
  const walk = useWalk();
  const leadId = idAt(memberPages.lead, pathname);
  if (isAddressOf(memberPages.notifications, pathname)) return inboxKeys;
  return leadId && walk && stepAt(walk, leadId) ? walkKeys : [];
}

/** Lists the shortcuts that work now, says which others there are, and leads to the setting that decides it. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations("palette.shortcuts");
  const keys = useTranslations("palette.keys");
  const command = useCommandKey();
  const { help, twoKeys } = useSingleKeys();
  const here = useLettersHere();
  const hasMessage = useStandingMessage();
  const jump = useSearchJump();
  const close = () => onOpenChange(false);
  const wantsChange = useRef(false);
  function change() {
    wantsChange.current = true;
    close();
  }
  function handleClosed() {
    if (wantsChange.current) jump(help && !twoKeys ? betaField : quickKeysField);
    wantsChange.current = false;
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={handleClosed}
      title={t("title")}
      description={t("description")}
      actions={
        <>
          <Button onClick={close}>{t("close")}</Button>
          <Button onClick={change}>{t("change")}</Button>
        </>
      }
    >
      <dl className="mt-4 divide-y divide-line border-y border-line">
        <Shortcut words={t("palette")} keys={[command, keys("k")]} />
        {help && <Shortcut words={t("help")} keys={[keys("question")]} />}
        {(twoKeys ? quickKeys : []).map(({ letter, target }) => (
          <Shortcut
            key={target}
            words={t(`places.${target}`)}
            keys={[keys("g"), keys(letter)]}
            join={t("then")}
          />
        ))}
        {(help ? here : []).map(({ words, letters }) => (
          <Shortcut key={words} words={t(`here.${words}`)} keys={letters.map((letter) => keys(letter))} />
        ))}
        {/* The key of the library that shows the messages. */}
        {hasMessage && <Shortcut words={t("message")} keys={[keys("alt"), keys("t")]} />}
        <Shortcut words={t("escape")} keys={[keys("escape")]} />
      </dl>
      <p className="mt-3 text-sm text-ink-soft">{t(twoKeys ? "on" : help ? "beta" : "allOff")}</p>
    </Dialog>
  );
}

type ShortcutProps = { words: string; keys: readonly string[]; join?: string };

const Shortcut = ({ words, keys, join }: ShortcutProps) => (
  <div className="flex min-h-10 items-center justify-between gap-4 py-1.5">
    <dt className="min-w-0">{words}</dt>
    <dd className="flex shrink-0 items-center gap-1.5 text-xs text-ink-soft">
      {/* One after the other on a keyboard, whatever the direction of the page. */}
      <span dir="ltr" className="flex items-center gap-1.5">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && join && <span dir="auto">{join}</span>}
            <Kbd>{key}</Kbd>
          </Fragment>
        ))}
      </span>
    </dd>
  </div>
);
