"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

/** A problem of two hours that are each possible, but not together. */
export function HoursProblem({ id }: { id: string }) {
  const t = useTranslations("settings.notifications.schedule");
  return (
    <p id={id} role="alert" className="flex gap-1.5 text-sm text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      {t("neverOpens")}
    </p>
  );
}
