"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { AccountCard } from "./account-card";

export function DataCard() {
  const t = useTranslations("settings.account.data");
  return (
    <AccountCard
      title={t("title")}
      description={t("body")}
      action={
        <a href={paths.api.ownData()} download className={buttonClass()}>
          <Download aria-hidden="true" />
          {t("download")}
        </a>
      }
    />
  );
}
