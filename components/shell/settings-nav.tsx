"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { SettingsSearch } from "@/components/settings/search/settings-search";
import { NavLink } from "./nav-link";
import { pageIcon } from "@/components/navigation/page-icons";
import { isUnder, settingsPageList } from "@/lib/pages";

/** The pages of the settings, below the main navigation. */
export function SettingsNav() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <div role="group" aria-label={t("settingsNav")} className="grid gap-1">
      <p aria-hidden="true" className="px-3 pb-1 text-xs font-medium text-ink-faint">
        {t("settings")}
      </p>
      <SettingsSearch className="mb-2" />
      {settingsPageList.map((page) => {
        const Icon = pageIcon(page);
        return (
          <NavLink
            key={page.name}
            href={page.address}
            icon={<Icon aria-hidden="true" />}
            current={isUnder(pathname, page.address) ? "page" : null}
          >
            {t(page.name)}
          </NavLink>
        );
      })}
    </div>
  );
}
