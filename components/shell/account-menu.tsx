"use client";

import { LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWayOut } from "@/components/account/sign-out";
import { LanguageItems } from "@/components/appearance/language-items";
import { ThemeItems } from "@/components/appearance/theme-items";
import { MenuContent, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";
import { useWorkspace } from "@/components/workspace/workspace";
import { paths } from "@/lib/paths";

export function AccountMenu({ popup }: { popup: Popup }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const { user } = useWorkspace();
  const { start, pending } = useWayOut();
  return (
    <MenuContent popup={popup} align="end" className="w-64">
      <div className="px-2.5 py-2">
        <p className="truncate font-semibold">
          <bdi>{user.name || user.email}</bdi>
        </p>
        {user.name && (
          <p className="truncate text-sm text-ink-soft">
            <bdi>{user.email}</bdi>
          </p>
        )}
      </div>
      <MenuSeparator />
      <ThemeItems />
      <MenuSeparator />
      <LanguageItems />
      <MenuSeparator />
      <MenuItem onSelect={() => router.push(paths.settings.account())}>
        <UserRound aria-hidden="true" />
        {t("settingsAccount")}
      </MenuItem>
      <MenuItem disabled={pending} onSelect={start}>
        <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
        {t("signOut")}
      </MenuItem>
    </MenuContent>
  );
}
