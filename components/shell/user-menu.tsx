"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { LanguageItems } from "@/components/appearance/language-items";
import { useWorkspace } from "@/components/workspace/workspace";
import { useWayOut } from "@/components/account/sign-out";
import { ThemeItems } from "@/components/appearance/theme-items";

/** Shows who is signed in; offers theme, language and sign-out. */
export function UserMenu() {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const { user } = useWorkspace();
  const { start, pending } = useWayOut();
  const name = user.name || user.email;
  return (
    <Menu open={open} onOpenChange={setOpen}>
      <MenuTrigger
        aria-label={t("accountOf", { name })}
        className="tap rounded-full transition-shadow hover:ring-2 hover:ring-line-strong"
      >
        <Avatar name={name} />
      </MenuTrigger>
      <MenuContent align="end" className="w-64">
        <div className="px-2.5 py-2">
          <p className="truncate font-semibold">
            <bdi>{name}</bdi>
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
        <MenuItem disabled={pending} onSelect={start}>
          <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
          {t("signOut")}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
