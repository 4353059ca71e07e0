"use client";

import { CloudOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { pageIcon } from "@/components/navigation/page-icons";
import { settingsPageList } from "@/lib/pages";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";

/** Says that the device cannot show this page without a network, and links to the pages that it can show. */
export function NeedsNetwork() {
  const t = useTranslations("offline.page");
  const shell = useTranslations("shell");
  return (
    <Card>
      <EmptyState
        icon={<CloudOff />}
        title={t("title")}
        titleAs="h1"
        action={
          <ul className="grid gap-2 sm:grid-cols-2">
            {settingsPageList
              .filter(({ offline }) => offline)
              .map((page) => {
                const Icon = pageIcon(page);
                return (
                  <li key={page.name}>
                    <Link href={page.address} prefetch={false} className={cn(buttonClass(), "w-full")}>
                      <Icon aria-hidden="true" />
                      {t("settingsOf", { page: shell(page.name) })}
                    </Link>
                  </li>
                );
              })}
          </ul>
        }
      >
        <p>{t("body")}</p>
        <p className="mt-2">{t("meanwhile")}</p>
      </EmptyState>
    </Card>
  );
}
