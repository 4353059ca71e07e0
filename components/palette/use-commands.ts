"use client";

import {
  Bell,
  BellOff,
  BellRing,
  CheckCheck,
  Folder,
  Keyboard,
  Languages,
  LogOut,
  SunMoon,
  type LucideIcon,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useNotifications } from "@/components/notifications/notifications-context";
import { openBell } from "@/components/notifications/open-bell";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useAppearance } from "@/components/appearance/appearance";
import { pageIcon } from "@/components/navigation/page-icons";
import { useAreas } from "@/components/navigation/use-areas";
import { useWorkspace } from "@/components/workspace/workspace";
import { useWayOut } from "@/components/account/sign-out";
import { leaveBy } from "@/components/ui/leaving";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { useNow } from "@/components/ui/use-now";
import { themes } from "@/lib/appearance/themes";
import { localeNames, locales } from "@/lib/vocabulary/locales";
import { pauseFor } from "@/lib/notifications/schedule/pause-for";
import { settingsPageList } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { serverClock } from "@/lib/server-clock";
import { useOpenDialog } from "./palette-context";

export type Command = {
  id: string;
  title: string;
  /** What the command belongs to; the search reads it too. */
  note?: string;
  icon: LucideIcon;
  run: () => void;
};

/** Commands that open a page or a project. Leaving a page with unsaved edits asks first. */
export function usePlaceCommands(): { pages: Command[]; projects: Command[] } {
  const t = useTranslations("shell");
  const router = useRouter();
  const { projects } = useWorkspace();
  // The settings are listed page by page instead.
  const pages = useAreas()
    .filter(({ name }) => name !== "settings")
    .map(({ name, icon, href }) => ({
      id: name,
      title: t(name),
      icon,
      run: () => leaveBy(() => router.push(href)),
    }));
  const inbox = {
    id: "notifications",
    title: t("notifications"),
    icon: Bell,
    run: () => leaveBy(() => router.push(paths.notifications())),
  };
  const settings = settingsPageList.map((page) => ({
    id: page.name,
    title: t(page.name),
    note: t("settings"),
    icon: pageIcon(page),
    run: () => leaveBy(() => router.push(page.address)),
  }));
  return {
    pages: [...pages, inbox, ...settings],
    projects: projects.map(({ id, name, client_name }) => ({
      id,
      title: name,
      note: client_name,
      icon: Folder,
      run: () => leaveBy(() => router.push(paths.dashboard(id))),
    })),
  };
}

/** Commands that act without leaving the page. */
export function useDeedCommands(): Command[] {
  const t = useTranslations("palette.deeds");
  const shell = useTranslations("shell");
  const { change } = useAppearance();
  const { markAllRead } = useNotifications();
  const wayOut = useWayOut();
  const open = useOpenDialog();
  const looks = themes.map((theme) => ({
    id: `theme-${theme}`,
    title: shell(`themes.${theme}`),
    note: shell("theme"),
    icon: SunMoon,
    run: () => change({ theme }),
  }));
  const languages = locales.map((language) => ({
    id: `language-${language}`,
    title: localeNames[language],
    note: shell("language"),
    icon: Languages,
    run: () => change({ language }),
  }));
  return [
    { id: "bell", title: t("bell"), icon: BellRing, run: openBell },
    { id: "read", title: t("markAll"), icon: CheckCheck, run: markAllRead },
    usePauseCommand(),
    ...looks,
    ...languages,
    { id: "shortcuts", title: t("shortcuts"), icon: Keyboard, run: () => open("shortcuts") },
    // Signing out leaves the page, so a form with unsaved edits is asked first.
    { id: "out", title: shell("signOut"), icon: LogOut, run: () => leaveBy(wayOut.start) },
  ];
}

const hourMs = 60 * 60_000;

/** Pauses for an hour, or ends the pause. */
function usePauseCommand(): Command {
  const t = useTranslations("palette.deeds");
  const announce = useUndoToast();
  const now = useNow({ updateInterval: 20_000 });
  const { value, edit } = useNotificationSettings();
  const path = "notification_schedule.pausedUntil";
  const isPaused = Date.parse(value.notification_schedule.pausedUntil) > now.getTime();
  return isPaused
    ? {
        id: "pause",
        title: t("resume"),
        icon: BellRing,
        run: () => announce(t("resumed"), path, edit(path, "never")),
      }
    : {
        id: "pause",
        title: t("pause"),
        icon: BellOff,
        run: () => announce(t("paused"), path, edit(path, pauseFor(hourMs, serverClock.now()))),
      };
}
