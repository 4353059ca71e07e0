import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { BellStatus } from "@/lib/notifications/bell/status";

const inks: Record<BellStatus, string> = {
  live: "bg-positive",
  catching_up: "bg-caution motion-safe:animate-pulse",
  polling: "bg-caution",
  offline: "border border-ink-soft",
  ended: "border border-ink-soft",
};

/** The state of the live connection in a word; the colour repeats it. */
export function LiveDot({ status }: { status: BellStatus }) {
  const t = useTranslations("notifications");
  return (
    <span
      role="status"
      data-status={status}
      title={t(`statusHelp.${status}`)}
      className="inline-flex items-center gap-1.5 text-sm text-ink-soft"
    >
      <span aria-hidden="true" className={cn("size-2 shrink-0 rounded-full", inks[status])} />
      {t(`status.${status}`)}
    </span>
  );
}
