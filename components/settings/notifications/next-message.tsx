"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { nextMessage } from "@/lib/notifications/delivery/next-message";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { wishesOf } from "@/lib/notifications/delivery/wishes";
import type { NotificationSettings } from "@/lib/settings/notifications";
import type { Category } from "@/lib/vocabulary/categories";
import { useMinute } from "./use-minute";
import { useWhen } from "./use-when";

type NextMessageProps = {
  settings: NotificationSettings;
  channel: OutgoingChannel;
  /** Left out: the frequency of the channel itself. */
  category?: Category;
  className?: string;
};

/** Says when what is gathered for a channel goes out next, on the clock of the schedule. */
export function NextMessage({ settings, channel, category, className }: NextMessageProps) {
  const t = useTranslations("settings.notifications.channels");
  const now = useMinute();
  const when = useWhen(settings.notification_schedule.timezone, now);
  const at = useMemo(
    () => nextMessage(wishesOf(settings, channel, category ?? ""), channel, now),
    [settings, channel, category, now],
  );
  return <p className={cn("text-sm text-ink-soft", className)}>{t("next", { when: when(at) })}</p>;
}
