"use client";

import { Check, CloudAlert, CloudOff, RefreshCw, Split, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export type SyncKind = "saved" | "saving" | "kept" | "not_saved" | "conflict";

const looks = {
  saved: { icon: Check, tone: "text-positive" },
  saving: { icon: RefreshCw, tone: "text-ink-soft" },
  kept: { icon: CloudOff, tone: "text-caution" },
  onlyHere: { icon: CloudAlert, tone: "text-danger" },
  not_saved: { icon: TriangleAlert, tone: "text-danger" },
  conflict: { icon: Split, tone: "text-caution" },
};

type SyncStatusProps = {
  kind: SyncKind;
  waiting: number;
  /** What waits survives the closing of this tab. */
  durable: boolean;
};

/** How saving stands, in one line that says no more than is true. Announced politely; on a phone the icon stays. */
export function SyncStatus({ kind, waiting, durable }: SyncStatusProps) {
  const t = useTranslations("sync");
  const said = kind === "kept" && !durable ? "onlyHere" : kind;
  const { icon: Icon, tone } = looks[said];
  return (
    <p
      role="status"
      aria-label={t("label")}
      className="flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-soft"
    >
      <Icon aria-hidden="true" className={cn("size-4 shrink-0", tone)} />
      <span className="max-sm:sr-only">{t(said, { count: waiting })}</span>
    </p>
  );
}
