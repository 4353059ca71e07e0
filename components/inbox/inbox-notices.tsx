"use client";

import { CloudOff, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type InboxNoticesProps = { isStale: boolean; isGone: boolean; onRetry: () => Promise<void> };

/** The list could not be read again, or what the address leads to is not there any more. */
export function InboxNotices({ isStale, isGone, onRetry }: InboxNoticesProps) {
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  return (
    <>
      {isStale && (
        <Banner
          tone="caution"
          role="status"
          icon={<CloudOff aria-hidden="true" />}
          title={t("stale")}
          action={<Button onClick={() => void onRetry()}>{common("tryAgain")}</Button>}
        />
      )}
      {isGone && (
        <Banner role="status" icon={<SearchX aria-hidden="true" />} title={t("gone.title")}>
          {t("gone.body")}
        </Banner>
      )}
    </>
  );
}
