"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import type { ShownMessage } from "@/lib/integrations/whatsapp/shown";

/** Messages, oldest first: theirs at the start, ours at the end, with how far each came. */
export function ChatMessages({ messages }: { messages: readonly ShownMessage[] }) {
  const t = useTranslations("leads.whatsapp");
  const { fullMoment } = useFormats();
  if (messages.length === 0) return <p className="text-sm text-ink-soft">{t("empty")}</p>;
  return (
    <ol className="grid max-h-96 gap-2 overflow-y-auto" tabIndex={0} aria-label={t("messages")}>
      {messages.map(({ id, status, body, at }) => (
        <li
          key={id}
          className={cn(
            "max-w-[85%] rounded-lg border px-3 py-2",
            status === "received"
              ? "justify-self-start border-line bg-sunken"
              : "justify-self-end border-accent-line bg-accent-soft",
          )}
        >
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {body || <span className="text-ink-faint">{t("notText")}</span>}
          </p>
          <p className={cn("mt-1 text-xs", status === "failed" ? "text-danger" : "text-ink-soft")}>
            {t(`statuses.${status}`)} · <time dateTime={at}>{fullMoment(at)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
