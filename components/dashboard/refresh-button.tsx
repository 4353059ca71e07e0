"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";

const minuteMs = 60_000;

type RefreshButtonProps = { at: string; pending: boolean; failed: boolean; onRefresh: () => void };

/** Says how old the figures are; a press refreshes them. */
export function RefreshButton({ at, pending, failed, onRefresh }: RefreshButtonProps) {
  const t = useTranslations("dashboard.refresh");
  const ago = useRelativeTime();
  const now = useNow({ updateInterval: minuteMs / 2 });
  const read = new Date(at);
  const age = now.getTime() - read.getTime() < minuteMs ? t("justNow") : ago(read, { now, style: "short" });
  return (
    <div className="flex flex-wrap items-center gap-y-1">
      <p role="status" className="text-sm text-caution not-empty:me-3">
        {failed && t("failed")}
      </p>
      <Button onClick={onRefresh} className="max-sm:px-2.5" aria-disabled={pending} title={t("action")}>
        <RefreshCw aria-hidden="true" className={cn(pending && "animate-spin")} />
        <span className="sr-only">{t("action")}</span>
        <span className="max-sm:sr-only">{age}</span>
      </Button>
    </div>
  );
}
