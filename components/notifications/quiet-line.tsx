"use client";

import { Moon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { pauseFor } from "@/lib/notifications/schedule/pause-for";
import { serverClock } from "@/lib/server-clock";
import { useQuiet } from "./use-quiet";

const path = "notification_schedule.pausedUntil";
const hourMs = 3_600_000;

type QuietLineProps = { unreadOnly: boolean; onUnreadOnly: (on: boolean) => void };

/** In the head of the list: what is shown, whether it is quiet, until when, and the way to pause or to end the pause. */
export function QuietLine({ unreadOnly, onUnreadOnly }: QuietLineProps) {
  const t = useTranslations("notifications.quiet");
  const list = useTranslations("notifications");
  const quiet = useQuiet();
  const announce = useUndoToast();
  const { edit } = useNotificationSettings();
  const isPaused = quiet?.kind === "paused";
  // One button for both, so that the focus stays on it.
  const press = () =>
    isPaused
      ? announce(t("resumed"), path, edit(path, "never"))
      : announce(t("pausedNow"), path, edit(path, pauseFor(hourMs, serverClock.now())));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-1.5 text-sm">
      <button
        type="button"
        aria-pressed={unreadOnly}
        data-choice=""
        onClick={() => onUnreadOnly(!unreadOnly)}
        className="tap relative inline-flex h-7 items-center rounded-full border border-line-strong bg-card px-2.5 font-medium text-ink-soft hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
      >
        {list("unreadOnly")}
      </button>
      {quiet && (
        <p className="flex min-w-0 items-center gap-1.5">
          <Moon aria-hidden="true" className="size-3.5 shrink-0 text-accent" />
          {quiet.words}
        </p>
      )}
      <button
        type="button"
        onClick={press}
        className="tap relative ms-auto rounded-xs font-medium text-accent hover:text-accent-hover hover:underline"
      >
        {t(isPaused ? "resume" : "pause")}
      </button>
    </div>
  );
}
