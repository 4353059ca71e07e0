"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { SettingsSearch } from "@/components/settings/search/settings-search";
import { isUnder } from "@/components/navigation/nav-items";
import { NavLink } from "./nav-link";
import { settingsPages } from "@/components/navigation/settings-pages";

/** The pages of the settings, under the way around. */
export function SettingsNav() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <div role="group" aria-label={t("settingsNav")} className="grid gap-1">
      <p aria-hidden="true" className="px-3 pb-1 text-xs font-medium text-ink-faint">
        {t("settings")}
      </p>
      <SettingsSearch className="mb-2" />
      {settingsPages.map(({ title, icon: Icon, href }) => (
        <NavLink
          key={title}
          href={href}
          icon={<Icon aria-hidden="true" />}
          current={isUnder(pathname, href) ? "page" : null}
        >
          {t(title)}
        </NavLink>
      ))}
    </div>
  );
}
