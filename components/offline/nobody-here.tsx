"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Logo } from "@/components/ui/logo";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useServerReturn } from "./use-server-return";

const reload = () => window.location.reload();

/** Shown where nobody is signed in on this device, so that it has nobody's data to show. */
export function NobodyHere() {
  const t = useTranslations();
  useServerReturn(reload);
  return (
    <main className="grid min-h-dvh content-center justify-items-center gap-2 p-6">
      <title>{t("offline.title")}</title>
      <p className="flex items-center gap-2.5 text-md font-semibold">
        <Logo />
        {t("common.product")}
      </p>
      <EmptyState
        icon={<CloudOff />}
        title={t("offline.nobody.title")}
        titleAs="h1"
        action={<Button onClick={reload}>{t("common.tryAgain")}</Button>}
      >
        {t("offline.nobody.body")}
      </EmptyState>
    </main>
  );
}
