"use client";

import { useTranslations } from "next-intl";
import { countedUnread } from "@/lib/notifications/notification";

/** How the number of unread notifications is written and said. Where the server stopped counting: "99+". */
export function useUnreadWords(count: number): { digits: string; label: string } {
  const t = useTranslations("notifications");
  if (count < countedUnread) return { digits: t("badge", { count }), label: t("bell", { count }) };
  const most = countedUnread - 1;
  return { digits: t("badgeMore", { count: most }), label: t("bellMore", { count: most }) };
}
