"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useSettingWords } from "@/components/settings/setting-words";
import { buttonClass } from "@/components/ui/button";
import { PopoverContent } from "@/components/ui/popover";
import type { Popup } from "@/components/ui/use-popup";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { paths } from "@/lib/paths";
import { fieldId } from "@/lib/settings/form/field-id";
import { categories } from "@/lib/vocabulary/categories";
import { keptAwayReasons } from "@/lib/vocabulary/kept-away";
import { ChannelFates } from "./channel-fates";

type WhyPanelProps = { popup: Popup; row: InboxRow; userId: string };

/**
 * Says which switch let a notification through and leads to that very switch; below, what happened on each channel.
 */
export function WhyPanel({ popup, row, userId }: WhyPanelProps) {
  const t = useTranslations("inbox.whyPanel");
  const words = useSettingWords();
  const switches = useNotificationSettings().value.in_app_notifications;
  const category = categories.find((each) => each === row.category);
  const kept = keptAwayReasons.find((reason) => reason === row.kept_away);
  const isolated = (name: string) => `\u2068${name}\u2069`;
  return (
    <PopoverContent
      popup={popup}
      align="end"
      aria-label={t("title")}
      className="grid max-h-[min(32rem,var(--radix-popover-content-available-height))] w-88 gap-2 overflow-y-auto p-4"
    >
      <p className="font-semibold">{t("title")}</p>
      {kept ? (
        <p>{t(`kept.${kept}`)}</p>
      ) : category ? (
        <p>{t(switches[category] ? "switch" : "off", { category: words.title(category) })}</p>
      ) : (
        <p>{t("mandatory")}</p>
      )}
      {row.project_name && (
        <p className="text-ink-soft">{t("project", { project: isolated(row.project_name) })}</p>
      )}
      {row.actor_name && <p className="text-ink-soft">{t("actor", { name: isolated(row.actor_name) })}</p>}
      {category && (
        <Link
          href={
            kept === "bookings"
              ? `${paths.settings.integrations()}#${fieldId("integration_settings.calendly.bookingNotifications")}`
              : `${paths.settings.notifications()}#${fieldId(`in_app_notifications.${category}`)}`
          }
          className={`${buttonClass({ size: "sm" })} mt-1 justify-self-start`}
        >
          {t("change")}
        </Link>
      )}
      <ChannelFates userId={userId} row={row} />
    </PopoverContent>
  );
}
