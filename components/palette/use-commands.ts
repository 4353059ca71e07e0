"use client";

import {
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
import { useNow, useTranslations } from "next-intl";
import { useNotifications } from "@/components/notifications/notifications-context";
import { openBell } from "@/components/notifications/open-bell";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useAppearance } from "@/components/shell/appearance";
import { useCurrentProjectId } from "@/components/shell/current-project";
import { navItems } from "@/components/shell/nav-items";
import { settingsPages } from "@/components/shell/settings-pages";
import { useShell } from "@/components/shell/shell-context";
import { useWayOut } from "@/components/shell/sign-out";
import { useLeadsAddress } from "@/components/shell/use-leads-address";
import { leaveBy } from "@/components/ui/leaving";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { themes } from "@/lib/appearance/themes";
import { localeNames, locales } from "@/lib/i18n/locales";
import { paths } from "@/lib/paths";
import { useOpenDialog } from "./palette-context";

export type Command = {
  id: string;
  title: string;
  /** Where it belongs; searched too. */
  note?: string;
  icon: LucideIcon;
  run: () => void;
};

/** The pages, and the projects. Leaving for one may ask first, where edits would be lost. */
export function usePlaceCommands(): { pages: Command[]; projects: Command[] } {
  const t = useTranslations("shell");
  const router = useRouter();
  const leads = useLeadsAddress();
  const { projects, rememberedId } = useShell();
  const projectId = useCurrentProjectId(rememberedId);
  const pages = navItems.flatMap(({ key, icon, href, needsProject }) =>
    key === "settings" || (needsProject && !projectId)
      ? []
      : [
          {
            id: key,
            title: t(key),
            icon,
            run: () => leaveBy(() => router.push(href(projectId ?? "", leads))),
          },
        ],
  );
  const settings = settingsPages.map(({ title, icon, href }) => ({
    id: title,
    title: t(title),
    note: t("settings"),
    icon,
    run: () => leaveBy(() => router.push(href)),
  }));
  return {
    pages: [...pages, ...settings],
    projects: projects.map(({ id, name, client_name }) => ({
      id,
      title: name,
      note: client_name,
      icon: Folder,
      run: () => leaveBy(() => router.push(paths.dashboard(id))),
    })),
  };
}

/** What can be done without going anywhere. */
export function useDeedCommands(): Command[] {
  const t = useTranslations("palette.deeds");
  const shell = useTranslations("shell");
  const { change } = useAppearance();
  const { mark } = useNotifications();
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
    { id: "read", title: t("markAll"), icon: CheckCheck, run: () => mark({ ids: null, read: true }) },
    usePauseCommand(),
    ...looks,
    ...languages,
    { id: "shortcuts", title: t("shortcuts"), icon: Keyboard, run: () => open("shortcuts") },
    // The way out is a way of leaving the page: unsaved edits of a form are asked for first.
    { id: "out", title: shell("signOut"), icon: LogOut, run: () => leaveBy(wayOut.start) },
  ];
}

const hourMs = 60 * 60_000;

/** Pauses for an hour, or ends the pause. */
function usePauseCommand(): Command {
  const t = useTranslations("palette.deeds");
  const announce = useUndoToast();
  const now = useNow();
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
        run: () => announce(t("paused"), path, edit(path, new Date(Date.now() + hourMs).toISOString())),
      };
}
