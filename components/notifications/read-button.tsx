"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

type ReadButtonProps = { isRead: boolean; title: string; onMark: (read: boolean) => void };

/**
 * The dot that marks a notification as read or unread: filled while unread; on hover or focus an empty ring while
 * read.
 */
export function ReadButton({ isRead, title, onMark }: ReadButtonProps) {
  const t = useTranslations("notifications");
  const label = isRead ? t("markUnread", { title }) : t("markRead", { title });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => onMark(!isRead)}
      className="tap group/dot relative z-1 flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-line"
    >
      <span
        aria-hidden="true"
        className={cn(
          "size-2 rounded-full border forced-color-adjust-none",
          isRead
            ? "border-ink-soft opacity-0 group-hover:opacity-100 group-focus-visible/dot:opacity-100 pointer-coarse:opacity-60"
            : "border-accent bg-accent",
        )}
      />
    </button>
  );
}
