"use client";

import { Bell, BellOff, BellRing, Clock, Sunrise, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";
import { choiceOf, followChoices, standingFor, type FollowChoice } from "@/lib/notifications/follow/choices";
import type { Standing } from "@/lib/notifications/subscription";
import { serverClock } from "@/lib/server-clock";
import { useFollowWords } from "./use-follow-words";

export type FollowMenuProps = {
  about: "lead" | "project";
  /** Undefined while it is not known: nothing can be chosen yet. */
  standing: Standing | undefined;
  onChoose: (standing: Standing) => void;
};

const icons: Record<FollowChoice, LucideIcon> = {
  normal: Bell,
  followed: BellRing,
  hour: Clock,
  tomorrow: Sunrise,
  muted: BellOff,
};

/** What a person can want to hear of a lead or a project. */
export function FollowMenu({ popup, ...choices }: FollowMenuProps & { popup: Popup }) {
  const t = useTranslations("follow.menu");
  const label = t(choices.about);
  return (
    <MenuContent
      popup={popup}
      align="end"
      aria-labelledby={undefined}
      aria-label={label}
      className="max-w-76"
    >
      <MenuLabel>{label}</MenuLabel>
      <Choices {...choices} />
    </MenuContent>
  );
}

/** Mounted while the menu is open: each time it counts from now. */
function Choices({ about, standing, onChoose }: FollowMenuProps) {
  const t = useTranslations("follow.menu");
  const { timezone, moment, state } = useFollowWords();
  const [now] = useState(() => serverClock.now());
  const morning = standingFor("tomorrow", now, timezone)?.until;
  const isTimed = standing !== undefined && choiceOf(standing) === "until";
  return (
    <MenuRadioGroup value={standing === undefined ? "" : choiceOf(standing)}>
      {followChoices.map((choice) => {
        const Icon = icons[choice];
        return (
          <MenuRadioItem
            key={choice}
            value={choice}
            disabled={standing === undefined}
            onSelect={() => onChoose(standingFor(choice, serverClock.now(), timezone))}
          >
            <Icon aria-hidden="true" />
            <span className="min-w-0">
              {t(choice, { moment: morning ? moment(morning) : "" })}
              {choice === "followed" && (
                <span className="block text-sm text-ink-soft">{t(`followedHelp.${about}`)}</span>
              )}
            </span>
          </MenuRadioItem>
        );
      })}
      {isTimed && (
        <>
          <MenuSeparator />
          <MenuRadioItem value="until">
            <BellOff aria-hidden="true" />
            <span className="min-w-0 first-letter:uppercase">{state(standing)}</span>
          </MenuRadioItem>
        </>
      )}
    </MenuRadioGroup>
  );
}
