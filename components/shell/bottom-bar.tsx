"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useAreas } from "@/components/navigation/use-areas";
import { isUnder } from "@/lib/pages";

/** The main navigation on a phone: within the thumb's reach, above the home gesture. */
export function BottomBar() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("nav")}
      className="fixed inset-x-0 bottom-0 z-bar grid auto-cols-fr grid-flow-col border-t border-line bg-card pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {useAreas().map(({ name, icon: Icon, href, root }) => {
        const current = isUnder(pathname, root);
        return (
          <Link
            key={name}
            href={href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-14 flex-col items-center justify-center gap-1 text-xs font-medium -outline-offset-2",
              current ? "text-accent" : "text-ink-soft",
            )}
          >
            <Icon aria-hidden="true" className="size-5" />
            {t(name)}
          </Link>
        );
      })}
    </nav>
  );
}
