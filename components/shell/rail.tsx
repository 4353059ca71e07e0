"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { isUnder, settingsRoot } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { Logo } from "@/components/ui/logo";
import { useAreas } from "@/components/navigation/use-areas";
import { NavLink } from "./nav-link";
import { ProjectSwitcher } from "./project-switcher";
import { SettingsNav } from "./settings-nav";

/** The main navigation on a wide screen; on a phone the bottom bar replaces it. */
export function Rail() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <nav aria-label={t("nav")} className="hidden w-rail shrink-0 border-e border-line md:block print:hidden">
      <div className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto px-3 pt-4 pb-6">
        <Link
          href={paths.start()}
          className="tap flex w-fit items-center gap-2.5 rounded-md px-2 py-1 text-md font-semibold"
        >
          <Logo />
          {t("product")}
        </Link>
        <ProjectSwitcher />
        <div className="grid gap-1">
          {useAreas().map(({ name, icon: Icon, href, root }) => (
            <NavLink
              key={name}
              href={href}
              icon={<Icon aria-hidden="true" />}
              current={!isUnder(pathname, root) ? null : name === "dashboard" ? "page" : "section"}
            >
              {t(name)}
            </NavLink>
          ))}
        </div>
        {isUnder(pathname, settingsRoot) && <SettingsNav />}
      </div>
    </nav>
  );
}
