"use client";

import { CircleSlash2 } from "lucide-react";
import { useTranslations } from "next-intl";

/** The platform has no provider for the channel: nothing that a person could do about it. */
export function NotConfigured() {
  const t = useTranslations("settings.destinations");
  return (
    <p className="flex gap-2 px-5 py-(--row-y) text-sm text-ink-soft">
      <CircleSlash2 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-caution" />
      {t("notConfigured")}
    </p>
  );
}
