"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type NewVersionBannerProps = {
  outdated: boolean;
  /** Edits wait that this browser does not keep. */
  atRisk: boolean;
};

/** Shown once the server has refused an action because it runs a newer build. */
export function NewVersionBanner({ outdated, atRisk }: NewVersionBannerProps) {
  const t = useTranslations("settings.newVersion");
  if (!outdated) return null;
  return (
    <Banner
      tone={atRisk ? "danger" : "caution"}
      icon={<Sparkles aria-hidden="true" />}
      title={<span role="status">{t("title")}</span>}
      action={
        <Button size="sm" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      }
    >
      {t(atRisk ? "atRisk" : "body")}
    </Banner>
  );
}
