"use client";

import { CloudCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { leaveBy } from "@/components/ui/leaving";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** Offers to load the page from the server again; does not reload by itself, because the person may be editing. */
export function BackBanner() {
  const t = useTranslations("offline.back");
  return (
    <div className="mb-5 max-w-form">
      <Banner
        tone="positive"
        role="status"
        icon={<CloudCheck aria-hidden="true" />}
        title={t("title")}
        action={
          <Button size="sm" onClick={() => leaveBy(() => window.location.reload())}>
            {t("open")}
          </Button>
        }
      >
        {t("body")}
      </Banner>
    </div>
  );
}
