"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { isUnder, settingsPageList } from "@/lib/pages";

/** The pages of the settings on a phone, where there is no rail: one line that scrolls to the page that is open. */
export function SettingsTabs() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  // `void`: newer browsers return a promise from scrollIntoView, and an effect may only return its clean-up.
  useEffect(() => void current.current?.scrollIntoView?.({ block: "nearest", inline: "center" }), [pathname]);
  return (
    <nav
      aria-label={t("settingsNav")}
      className="-mx-4 mb-5 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] md:hidden print:hidden"
    >
      <ul className="flex w-max gap-1">
        {settingsPageList.map(({ name, address }) => {
          const open = isUnder(pathname, address);
          return (
            <li key={name}>
              <Link
                ref={open ? current : undefined}
                href={address}
                aria-current={open ? "page" : undefined}
                className={cn(
                  "-mb-px flex h-11 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap -outline-offset-2",
                  open ? "border-accent text-accent" : "border-transparent text-ink-soft",
                )}
              >
                {t(name)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
