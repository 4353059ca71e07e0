"use client";

import { LayoutGrid } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { useCurrentProjectId } from "./current-project";
import { Logo } from "./logo";
import { isUnder, navItems } from "./nav-items";
import { NavLink } from "./nav-link";
import { ProjectSwitcher } from "./project-switcher";
import { useShell } from "./shell-context";

/** The way around on a wide screen; on a phone the bottom bar takes its place. */
export function Rail() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const projectId = useCurrentProjectId(useShell().rememberedId);
  return (
    <nav aria-label={t("nav")} className="hidden w-rail shrink-0 border-e border-line md:block">
      <div className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto px-3 pt-4 pb-6">
        <Link
          href={paths.home()}
          className="tap flex w-fit items-center gap-2.5 rounded-md px-2 py-1 text-md font-semibold"
        >
          <Logo />
          {t("product")}
        </Link>
        <ProjectSwitcher />
        <div className="grid gap-1">
          {navItems
            .filter(({ needsProject }) => projectId !== null || !needsProject)
            .map(({ key, icon: Icon, href, root }) => (
              <NavLink
                key={key}
                href={href(projectId ?? "")}
                icon={<Icon aria-hidden="true" />}
                current={!isUnder(pathname, root) ? null : key === "dashboard" ? "page" : "section"}
              >
                {t(key)}
              </NavLink>
            ))}
        </div>
        {isUnder(pathname, "/settings") && <SettingsNav />}
      </div>
    </nav>
  );
}

/** The pages of the settings. */
function SettingsNav() {
  const t = useTranslations("shell");
  return (
    <div role="group" aria-label={t("settingsNav")} className="grid gap-1">
      <p aria-hidden="true" className="px-3 pb-1 text-xs font-medium text-ink-faint">
        {t("settings")}
      </p>
      <NavLink href={paths.settings.dashboard()} icon={<LayoutGrid aria-hidden="true" />} current="page">
        {t("settingsDashboard")}
      </NavLink>
    </div>
  );
}
