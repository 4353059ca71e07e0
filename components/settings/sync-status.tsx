"use client";

import { Check, CloudAlert, CloudOff, RefreshCw, Split, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { SyncStatus as Status } from "@/lib/settings/settings-state";

const looks = {
  saved: { icon: Check, tone: "text-positive" },
  saving: { icon: RefreshCw, tone: "text-ink-soft" },
  kept: { icon: CloudOff, tone: "text-caution" },
  onlyHere: { icon: CloudAlert, tone: "text-danger" },
  not_saved: { icon: TriangleAlert, tone: "text-danger" },
  conflict: { icon: Split, tone: "text-caution" },
};

type SyncStatusProps = {
  kind: Status["kind"];
  waiting: number;
  /** What waits survives the closing of this tab. */
  durable: boolean;
};

/**
 * How saving stands, in one line that says no more than is true, and nothing while nobody knows. Announced politely; on
 * a phone the icon stays.
 */
export function SyncStatus({ kind, waiting, durable }: SyncStatusProps) {
  const t = useTranslations("sync");
  const said = kind === "kept" && !durable ? "onlyHere" : kind;
  return (
    <p
      role="status"
      aria-label={t("label")}
      className="flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-soft"
    >
      {said !== "looking" && (
        <>
          <Look {...looks[said]} />
          <span className="max-sm:sr-only">{t(said, { count: waiting })}</span>
        </>
      )}
    </p>
  );
}

const Look = ({ icon: Icon, tone }: { icon: LucideIcon; tone: string }) => (
  <Icon aria-hidden="true" className={cn("size-4 shrink-0", tone)} />
);
