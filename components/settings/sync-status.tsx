"use client";

import { Check, CloudOff, RefreshCw, Split, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export type SyncKind = "saved" | "saving" | "kept" | "not_saved" | "conflict";

const looks = {
  saved: { icon: Check, tone: "text-positive" },
  saving: { icon: RefreshCw, tone: "text-ink-soft" },
  kept: { icon: CloudOff, tone: "text-caution" },
  not_saved: { icon: TriangleAlert, tone: "text-danger" },
  conflict: { icon: Split, tone: "text-caution" },
};

/** How saving stands, in one line that says no more than is true. Announced politely; on a phone the icon stays. */
export function SyncStatus({ kind, waiting }: { kind: SyncKind; waiting: number }) {
  const t = useTranslations("sync");
  const { icon: Icon, tone } = looks[kind];
  return (
    <p
      role="status"
      aria-label={t("label")}
      className="flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-soft"
    >
      <Icon aria-hidden="true" className={cn("size-4 shrink-0", tone)} />
      <span className="max-sm:sr-only">{kind === "kept" ? t("kept", { count: waiting }) : t(kind)}</span>
    </p>
  );
}
